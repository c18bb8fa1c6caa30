package org.seatrial.check.process;

import java.util.List;
import java.util.Set;
import org.seatrial.check.Answer;
import org.seatrial.check.Answer.Known;
import org.seatrial.check.DerivedRequest;
import org.seatrial.check.Facts;
import org.seatrial.check.Request;

/**
 * Asks for all sockets on which somebody listens, one by one. Absent: there is none.
 *
 * @param nothingAllowed whether none is an empty list instead
 */
record PortsRequest(boolean nothingAllowed)
    implements DerivedRequest<List<Known<ListeningSocket>>> {

  @Override
  public Set<Request<?>> sources() {
    return Set.of(new SocketsRequest());
  }

  @Override
  public Answer<List<Known<ListeningSocket>>> derive(Facts facts) {
    return facts
        .get(new SocketsRequest())
        .then(
            sockets ->
                sockets.listening().isEmpty() && !nothingAllowed
                    ? Answer.absent()
                    : Answer.known(
                        sockets.listening().stream()
                            .map(socket -> new Known<>(socket, socket.evidence()))
                            .toList()));
  }
}

package org.seatrial.check.process;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.seatrial.check.Answer;
import org.seatrial.check.Answer.Absent;
import org.seatrial.check.DerivedRequest;
import org.seatrial.check.Evidence;
import org.seatrial.check.Facts;
import org.seatrial.check.Request;
import org.seatrial.check.process.ListeningSocket.Protocol;

/**
 * Asks who listens on a port. Absent: nobody; the evidence says on which ports somebody does.
 *
 * @param port 1 to 65535
 * @param protocol which of the two ports of this number
 */
record PortRequest(int port, Protocol protocol) implements DerivedRequest<PortListeners> {

  /** How many others are shown. */
  private static final int SHOWN = 10;

  PortRequest {
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("port must be 1 to 65535, but was " + port);
    }
  }

  /** Return it as it is written, such as {@code 53/udp}. */
  String text() {
    return port + "/" + protocol.suffix();
  }

  @Override
  public Set<Request<?>> sources() {
    return Set.of(new SocketsRequest());
  }

  @Override
  public Answer<PortListeners> derive(Facts facts) {
    return facts
        .get(new SocketsRequest())
        .then(
            sockets -> {
              List<ListeningSocket> own =
                  sockets.listening().stream()
                      .filter(s -> s.port() == port && s.protocol() == protocol)
                      .toList();
              return own.isEmpty()
                  ? new Absent<PortListeners>(elsewhere(sockets.listening()))
                  : Answer.known(new PortListeners(text(), own));
            });
  }

  private static Evidence elsewhere(List<ListeningSocket> others) {
    String shown =
        others.stream()
            .limit(SHOWN)
            .map(ListeningSocket::description)
            .collect(Collectors.joining(", "));
    String more = others.size() > SHOWN ? " … and " + (others.size() - SHOWN) + " more" : "";
    return Evidence.of("listening:", others.isEmpty() ? "nobody on any port" : shown + more);
  }
}

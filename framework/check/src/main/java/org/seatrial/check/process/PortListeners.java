package org.seatrial.check.process;

import java.util.List;
import java.util.stream.Collectors;
import org.seatrial.check.Described;

/**
 * Who listens on one port.
 *
 * @param port as it is written, such as {@code 5432/tcp}
 * @param sockets at least one
 */
public record PortListeners(String port, List<ListeningSocket> sockets) implements Described {

  public PortListeners {
    sockets = List.copyOf(sockets);
    if (sockets.isEmpty()) {
      throw new IllegalArgumentException("sockets must not be empty");
    }
  }

  @Override
  public String label() {
    return port;
  }

  @Override
  public String description() {
    return sockets.stream().map(ListeningSocket::description).collect(Collectors.joining(", "));
  }
}

package org.seatrial.deployment.http;

import org.seatrial.check.Request;

/**
 * Asks whether a port accepts connections. Never absent. Unknown: it can't be reached from here.
 *
 * @param port the port inside, on which the service listens
 */
public record TcpRequest(int port) implements Request<TcpAnswer> {
  public TcpRequest {
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("port must be 1 to 65535, but was " + port);
    }
  }
}

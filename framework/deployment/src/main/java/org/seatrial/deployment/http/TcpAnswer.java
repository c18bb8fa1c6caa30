package org.seatrial.deployment.http;

import static java.util.Objects.requireNonNull;

/**
 * What became of a connection.
 *
 * @param accepted whether it was accepted and stayed open
 * @param description what was seen, in a few words
 */
public record TcpAnswer(boolean accepted, String description) {
  public TcpAnswer {
    requireNonNull(description, "description must not be null");
  }
}

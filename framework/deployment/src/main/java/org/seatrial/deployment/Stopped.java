package org.seatrial.deployment;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How a container ended when it was told to.
 *
 * @param took from the signal to the end
 * @param exitCode with which it ended
 * @param signal the stop signal that it was sent, such as {@code SIGTERM}
 * @param killed whether it had to be killed, because its grace period was over
 */
public record Stopped(Duration took, int exitCode, String signal, boolean killed) {
  public Stopped {
    requireNonNull(took, "took must not be null");
    requireNonNull(signal, "signal must not be null");
  }
}

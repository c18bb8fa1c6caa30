package org.seatrial.docker;

import java.time.Duration;

/** A duration as the sockets want it. */
final class Millis {

  private Millis() {}

  /** Return the milliseconds, at least 1, because sockets take 0 for an endless wait. */
  static int of(Duration duration) {
    return (int) Math.max(1, Math.min(Integer.MAX_VALUE, duration.toMillis()));
  }
}

package org.seatrial.docker;

import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A time after which nothing more is waited for. */
record Deadline(Instant end, Duration patience, Clock clock) {

  static Deadline after(Duration patience, Clock clock) {
    return new Deadline(clock.instant().plus(patience), patience, clock);
  }

  /**
   * Return what is left of the time.
   *
   * @throws SocketTimeoutException when nothing is
   */
  Duration left() throws SocketTimeoutException {
    Duration left = Duration.between(clock.instant(), end);
    if (left.isNegative() || left.isZero()) {
      throw over();
    }
    return left;
  }

  SocketTimeoutException over() {
    return new SocketTimeoutException("was not done after " + Spoken.of(patience));
  }
}

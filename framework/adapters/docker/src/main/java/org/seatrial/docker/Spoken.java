package org.seatrial.docker;

import java.time.Duration;

/** Figures as messages show them. */
final class Spoken {

  private Spoken() {}

  /** Return the duration in seconds, or in milliseconds when it has a fraction of one. */
  static String of(Duration duration) {
    return duration.toMillisPart() == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
  }

  /** Return the number of bytes in words. */
  static String bytes(long count) {
    return count == 1 ? "1 byte" : count + " bytes";
  }
}

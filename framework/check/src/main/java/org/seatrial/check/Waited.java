package org.seatrial.check;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How long a check that waits was looked at.
 *
 * @param time until it was decided, or until the time was over
 * @param looks how often; at least one
 */
public record Waited(Duration time, int looks) {

  public Waited {
    requireNonNull(time, "time must not be null");
    if (looks < 1) {
      throw new IllegalArgumentException("looks must be at least 1, but was " + looks);
    }
  }

  /** Return it in words: {@code 60 s, 31 polls}. */
  @Override
  public String toString() {
    return Printable.of(time) + ", " + looks + (looks == 1 ? " poll" : " polls");
  }
}

package org.seatrial.docker;

import java.time.Duration;

/**
 * How long an engine may keep its client waiting.
 *
 * @param connect until a connection is made
 * @param answer between two pieces of an ordinary answer, and before the first
 * @param export between two pieces of an exported image, and before the first: engines pack the
 *     whole image before they send anything of it
 */
public record EngineTimeouts(Duration connect, Duration answer, Duration export) {

  /** What is used if nothing else is said: 10 seconds, 1 minute and 10 minutes. */
  public static final EngineTimeouts USUAL =
      new EngineTimeouts(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(10));

  /** Create the value; each time must be positive. */
  public EngineTimeouts {
    requirePositive(connect, "connect");
    requirePositive(answer, "answer");
    requirePositive(export, "export");
  }

  private static void requirePositive(Duration duration, String name) {
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException(name + " must be positive, but is " + duration);
    }
  }
}

package org.seatrial.check;

import java.time.Duration;

/** Tells how long ago it was started; never goes back, whatever happens to the time of day. */
public final class ElapsedClock {

  private final long start = System.nanoTime();

  private ElapsedClock() {}

  /** Start a clock. */
  public static ElapsedClock start() {
    return new ElapsedClock();
  }

  /** Return the time since it was started. */
  public Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}

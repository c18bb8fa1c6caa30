package org.seatrial.check;

import java.time.Clock;

/** The clock on the wall: what is used where nobody hands in another. */
final class WallClock {

  private WallClock() {}

  /** Return the time of this machine, in UTC. */
  static Clock utc() {
    return Clock.systemUTC();
  }
}

package org.seatrial.architecture.wrong.check;

import java.time.Clock;
import java.time.Instant;

/** Right: the clock is given. */
final class AsksTheClock {
  Instant instant(Clock clock) {
    return Instant.now(clock);
  }
}

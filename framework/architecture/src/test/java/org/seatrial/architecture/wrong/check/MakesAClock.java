package org.seatrial.architecture.wrong.check;

import java.time.Clock;

/** Right: whoever takes the clock may take another. */
final class MakesAClock {
  Clock clock() {
    return Clock.systemUTC();
  }
}

package org.seatrial.architecture.wrong.check;

import java.time.Clock;
import java.time.Instant;

/** Wrong: nobody can give it another clock. */
final class AsksAClockOfItsOwn {
  Instant instant() {
    return Clock.systemUTC().instant();
  }
}

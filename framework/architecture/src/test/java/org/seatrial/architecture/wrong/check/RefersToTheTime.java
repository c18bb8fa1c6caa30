package org.seatrial.architecture.wrong.check;

import java.time.Instant;
import java.util.function.Supplier;

/** Wrong, also where the method is only named. */
final class RefersToTheTime {
  Supplier<Instant> time() {
    return Instant::now;
  }
}

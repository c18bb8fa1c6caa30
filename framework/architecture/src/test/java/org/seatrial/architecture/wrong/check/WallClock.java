package org.seatrial.architecture.wrong.check;

import java.time.Instant;

/** Right: somebody has to tell the time. */
final class WallClock {
  Instant instant() {
    return Instant.now();
  }

  void pause() throws InterruptedException {
    Thread.sleep(1);
  }
}

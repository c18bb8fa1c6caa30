package org.seatrial.architecture.wrong.check;

import java.util.concurrent.TimeUnit;

/** Wrong: a test would have to wait. */
final class Sleeps {
  void pause() throws InterruptedException {
    TimeUnit.SECONDS.sleep(1);
  }
}

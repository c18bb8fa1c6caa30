package org.seatrial.check;

import java.time.Duration;
import java.util.function.Predicate;

/** Waits without waiting: so much time passes between two looks, and none while it is looked. */
record VirtualWaiter(Duration interval) implements Waiter {

  static Patience seconds(long patience) {
    return new Patience(Duration.ofSeconds(patience), new VirtualWaiter(Duration.ofSeconds(2)));
  }

  @Override
  public void until(Duration patience, Predicate<Duration> look) {
    Duration now = Duration.ZERO;
    while (!look.test(now) && now.plus(interval).compareTo(patience) <= 0) {
      now = now.plus(interval);
    }
  }
}

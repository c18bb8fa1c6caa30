package org.seatrial.check;

import java.time.Duration;
import java.util.function.Predicate;

/**
 * A port: how it is waited between two looks. The engine knows what to look at and when it has seen
 * enough; a waiter knows the time.
 */
@FunctionalInterface
public interface Waiter {

  /**
   * Look at once, and again and again until enough was seen or the time is over.
   *
   * @param patience how long is looked
   * @param look is told how long the wait has lasted, and returns whether enough was seen
   */
  void until(Duration patience, Predicate<Duration> look);
}

package org.seatrial.check;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How long a condition is given to hold.
 *
 * @param time after which the last look counts; positive
 * @param waiter how it is waited until then
 */
public record Patience(Duration time, Waiter waiter) {

  public Patience {
    requireNonNull(waiter, "waiter must not be null");
    if (time.isNegative() || time.isZero()) {
      throw new IllegalArgumentException("patience must be positive, but was " + time);
    }
  }

  /**
   * Return the condition that this one holds at some time before the patience is over: {@code
   * container should eventually be healthy within 60 s}. The first look at which it holds decides;
   * when there is none the last one does. Its opposite is that this one never holds in that time.
   *
   * @throws IllegalArgumentException when it waits already
   */
  public <S> Condition<S> until(Condition<S> condition) {
    return new Eventually<>(condition, this, false);
  }

  /** Return the longest of these, if there is any. */
  static Optional<Patience> longest(Stream<Optional<Patience>> all) {
    return all.flatMap(Optional::stream).max(Comparator.comparing(Patience::time));
  }
}

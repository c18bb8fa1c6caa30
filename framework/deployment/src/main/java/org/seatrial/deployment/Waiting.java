package org.seatrial.deployment;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Looks again and again until what is seen is as it must be. The last look counts: it is returned
 * when the time is over, so that whoever waits can say what was there instead.
 *
 * @param patience how long is looked; zero looks once
 * @param interval how long nobody looks between two looks
 */
public record Waiting(Duration patience, Duration interval) {

  /** How often is looked unless somebody says otherwise. */
  public static final Duration INTERVAL = Duration.ofMillis(100);

  public Waiting {
    requireNonNull(patience, "patience must not be null");
    requireNonNull(interval, "interval must not be null");
    if (patience.isNegative() || interval.isNegative() || interval.isZero()) {
      throw new IllegalArgumentException(
          "patience must not be negative and interval must be positive");
    }
  }

  /** Return a wait of this length at the most, with the usual interval. */
  public static Waiting upTo(Duration patience) {
    return new Waiting(patience, INTERVAL);
  }

  /**
   * Look until what is seen satisfies, or the time is over.
   *
   * @param look what is done each time; what it throws ends the wait
   * @return what was seen last
   */
  public <T> T until(Supplier<T> look, Predicate<? super T> satisfies) {
    Looks<T> looks = new Looks<>(look, satisfies);
    if (looks.satisfied() || patience.isZero()) {
      return looks.last;
    }
    try {
      Awaitility.await()
          .pollInSameThread()
          .pollDelay(interval.compareTo(patience) < 0 ? interval : Duration.ZERO)
          .pollInterval(interval)
          .atMost(patience)
          .until(looks::again);
    } catch (ConditionTimeoutException e) {
      // The time is over; what was seen last says the rest.
    }
    return looks.last;
  }

  /** What was seen so far. */
  private static final class Looks<T> {

    private final Supplier<T> look;
    private final Predicate<? super T> satisfies;
    private T last;

    Looks(Supplier<T> look, Predicate<? super T> satisfies) {
      this.look = look;
      this.satisfies = satisfies;
      this.last = look.get();
    }

    boolean satisfied() {
      return satisfies.test(last);
    }

    boolean again() {
      last = look.get();
      return satisfied();
    }
  }
}

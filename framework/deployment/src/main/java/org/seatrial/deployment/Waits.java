package org.seatrial.deployment;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.function.Predicate;
import org.seatrial.check.Condition;
import org.seatrial.check.ElapsedClock;
import org.seatrial.check.Patience;
import org.seatrial.check.Waiter;

/** Conditions that are given time. To be imported statically. */
public final class Waits {

  /** How long nobody looks between two looks at a place. */
  private static final Duration INTERVAL = Duration.ofMillis(500);

  private Waits() {}

  /**
   * Begin to give a condition time, which {@link Unlimited#within} ends: {@code
   * container().should(eventually(beHealthy()).within(ofSeconds(60)))} reads {@code container
   * should eventually be healthy within 60 s}.
   */
  public static <S> Unlimited<S> eventually(Condition<S> condition) {
    return new Unlimited<>(condition, Waits::look);
  }

  private static void look(Duration patience, Predicate<Duration> look) {
    ElapsedClock clock = ElapsedClock.start();
    new Waiting(patience, INTERVAL).until(() -> look.test(clock.elapsed()), enough -> enough);
  }

  /** A condition that is given time, but nobody said how much. */
  public static final class Unlimited<S> {

    private final Condition<S> condition;
    private final Waiter waiter;

    private Unlimited(Condition<S> condition, Waiter waiter) {
      this.condition = requireNonNull(condition, "condition must not be null");
      this.waiter = waiter;
    }

    /**
     * Return the condition that it holds at some time before this is over. Until then the place is
     * looked at again, twice a second; whatever keeps anybody from looking is tried again, too.
     *
     * @throws IllegalArgumentException when the time is not positive
     */
    public Condition<S> within(Duration time) {
      return new Patience(time, waiter).until(condition);
    }
  }
}

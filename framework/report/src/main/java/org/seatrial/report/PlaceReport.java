package org.seatrial.report;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.seatrial.check.Outcome;
import org.seatrial.check.Verdict;

/**
 * What became of the checks at one place.
 *
 * @param name the name of the place, such as {@code image docker:shop/cart:1.4}
 * @param started when the place was looked at
 * @param duration how long opening it, looking and judging took
 * @param verdicts one for each check, in the order in which they are reported; none means that
 *     nothing was checked, which is a failure
 */
public record PlaceReport(String name, Instant started, Duration duration, List<Verdict> verdicts) {

  /** What is said of a place at which there was no check. */
  static final String NOTHING_CHECKED = "nothing was checked";

  public PlaceReport {
    requireNonNull(name, "name must not be null");
    requireNonNull(started, "started must not be null");
    requireNonNull(duration, "duration must not be null");
    verdicts = List.copyOf(verdicts);
  }

  /** Return how many checks ended how. */
  public Tally tally() {
    return Tally.of(verdicts);
  }

  /** Tell whether no check was judged: a place is not passed by nothing. */
  public boolean isNothingChecked() {
    return verdicts.stream().allMatch(verdict -> verdict.outcome() == Outcome.SKIPPED);
  }

  /**
   * Return what the place comes to: FAILED when a check that must hold failed or nothing was
   * checked, else UNDETERMINED when one is, else PASSED.
   */
  public Outcome outcome() {
    Tally tally = tally();
    if (tally.failed() > 0 || isNothingChecked()) {
      return Outcome.FAILED;
    }
    return tally.undetermined() > 0 ? Outcome.UNDETERMINED : Outcome.PASSED;
  }
}

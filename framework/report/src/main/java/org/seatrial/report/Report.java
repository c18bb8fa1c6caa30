package org.seatrial.report;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.seatrial.check.Outcome;

/**
 * What became of a run of checks at one or more places.
 *
 * @param title what was run, such as the names of the profiles; empty when nobody said
 * @param started when the first place was looked at
 * @param duration how long all of it took
 * @param places what became of each place, in the order in which they were looked at
 */
public record Report(String title, Instant started, Duration duration, List<PlaceReport> places) {

  public Report {
    requireNonNull(title, "title must not be null");
    requireNonNull(started, "started must not be null");
    requireNonNull(duration, "duration must not be null");
    places = List.copyOf(places);
  }

  /** Return how many checks of all places ended how. */
  public Tally tally() {
    return places.stream().map(PlaceReport::tally).reduce(Tally.NONE, Tally::plus);
  }

  /**
   * Return what the run comes to: FAILED when it did at any place or when there is no place at all,
   * else UNDETERMINED when it is at any, else PASSED.
   */
  public Outcome outcome() {
    if (places.isEmpty() || anyPlaceIs(Outcome.FAILED)) {
      return Outcome.FAILED;
    }
    return anyPlaceIs(Outcome.UNDETERMINED) ? Outcome.UNDETERMINED : Outcome.PASSED;
  }

  private boolean anyPlaceIs(Outcome outcome) {
    return places.stream().anyMatch(place -> place.outcome() == outcome);
  }
}

package org.seatrial.testkit.expectation;

import java.time.Clock;
import java.util.List;
import org.seatrial.check.Check;
import org.seatrial.check.Inspection;
import org.seatrial.check.Place;

/** The findings of some checks, wherever they look. Nothing is looked at yet. */
public final class FindingsOf {

  private final List<Check> checks;

  FindingsOf(List<Check> checks) {
    this.checks = checks;
  }

  /** Return their findings in this place, today. */
  public FindingsIn in(Place place) {
    return new FindingsIn(place.name(), checks, Inspection.of(place));
  }

  /** Return their findings in this place by this clock; exceptions to checks expire by it. */
  public FindingsIn in(Place place, Clock clock) {
    return new FindingsIn(place.name(), checks, Inspection.of(place).withClock(clock));
  }
}

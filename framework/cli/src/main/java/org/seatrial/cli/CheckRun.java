package org.seatrial.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.seatrial.check.Check;
import org.seatrial.check.Inspection;
import org.seatrial.check.InspectionException;
import org.seatrial.check.Place;
import org.seatrial.check.Printable;
import org.seatrial.check.Verdict;
import org.seatrial.report.PlaceReport;
import org.seatrial.report.Report;

/**
 * Looks at one subject after another.
 *
 * @param opener opens them
 * @param platform of the images; empty for this machine's
 * @param progress is told how far it is
 * @param clock tells when things happened, and whether an exception has expired
 */
record CheckRun(SubjectOpener opener, Optional<String> platform, Progress progress, Clock clock) {

  Report report(String title, List<String> subjects, List<Check> checks) {
    Instant started = clock.instant();
    List<PlaceReport> places = new ArrayList<>();
    // All are opened before the first is read: a name that is wrong is told at once.
    List<Place> opened = subjects.stream().map(this::open).toList();
    for (Place place : opened) {
      places.add(looked(place, checks));
    }
    return new Report(title, started, since(started), places);
  }

  private Place open(String subject) {
    try {
      return opener.open(subject, platform, progress);
    } catch (InspectionException e) {
      return new ClosedPlace(Printable.of(subject), e);
    }
  }

  private PlaceReport looked(Place place, List<Check> checks) {
    Instant started = clock.instant();
    List<Verdict> verdicts =
        checks.isEmpty() ? List.of() : Inspection.of(place).withClock(clock).verdicts(checks);
    return new PlaceReport(place.name(), started, since(started), verdicts);
  }

  private Duration since(Instant started) {
    Duration duration = Duration.between(started, clock.instant());
    return duration.isNegative() ? Duration.ZERO : duration;
  }
}

package org.seatrial.report;

import static org.seatrial.report.Thing.be;
import static org.seatrial.report.Thing.beNoneOf;
import static org.seatrial.report.Thing.seen;
import static org.seatrial.report.Thing.thing;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.seatrial.check.Answer;
import org.seatrial.check.Check;
import org.seatrial.check.Severity;
import org.seatrial.check.Verdict;

/** Reports with a verdict of every kind. */
final class ReportFixture {

  static final Instant STARTED = Instant.parse("2026-11-22T20:34:13.250Z");

  private static final Map<String, Answer<String>> SHELF =
      Map.of(
          "apple", seen("red"),
          "plum", seen("green"),
          "sock", seen("pink and orange"),
          "box", Answer.unknown("the lid is closed"));

  private ReportFixture() {}

  static Check passing() {
    return thing("apple").should(be("red")).withId("fruit.apple");
  }

  static Check failing() {
    return thing("plum").should(be("blue")).because("it is ripe").withId("fruit.plum");
  }

  static Check undetermined() {
    return thing("box").should(be("brown")).withId("box.colour");
  }

  static Check notBlocking() {
    return thing("plum").should(be("yellow")).severity(Severity.SHOULD).withId("fruit.taste");
  }

  static Check allowing() {
    return thing("sock")
        .should(beNoneOf("pink", "violet"))
        .allow("pink")
        .because("it was washed with a red one")
        .until(LocalDate.of(9999, 12, 31))
        .withId("clothes.sock");
  }

  static Check absent() {
    return thing("ghost").should(be("white"), be("transparent")).withId("ghost");
  }

  static List<Check> everyKind() {
    return List.of(passing(), failing(), undetermined(), notBlocking(), allowing(), absent());
  }

  static List<Verdict> verdicts(String place, List<Check> checks) {
    return Thing.verdicts(place, SHELF, checks);
  }

  static PlaceReport place(String name, List<Verdict> verdicts) {
    return new PlaceReport(name, STARTED, Duration.ofMillis(1_250), verdicts);
  }

  static Report report(PlaceReport... places) {
    return new Report("colours", STARTED, Duration.ofMillis(2_500), List.of(places));
  }

  static Report reportOf(Check... checks) {
    return report(place("shelf 1", verdicts("shelf 1", List.of(checks))));
  }

  static String written(ReportFormat format, Report report) {
    StringWriter out = new StringWriter();
    try {
      format.write(report, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }
}

package org.seatrial.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.seatrial.report.ReportFixture.failing;
import static org.seatrial.report.ReportFixture.notBlocking;
import static org.seatrial.report.ReportFixture.passing;
import static org.seatrial.report.ReportFixture.place;
import static org.seatrial.report.ReportFixture.report;
import static org.seatrial.report.ReportFixture.reportOf;
import static org.seatrial.report.ReportFixture.undetermined;
import static org.seatrial.report.ReportFixture.verdicts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.seatrial.check.Outcome;

class ReportTest {

  @Test
  void passes_when_every_check_does() {
    assertThat(reportOf(passing(), passing()).outcome()).isEqualTo(Outcome.PASSED);
  }

  @Test
  void fails_when_one_check_does() {
    assertThat(reportOf(passing(), undetermined(), failing()).outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void is_undetermined_when_nothing_is_worse() {
    assertThat(reportOf(passing(), undetermined()).outcome()).isEqualTo(Outcome.UNDETERMINED);
  }

  @Test
  void is_not_kept_from_passing_by_what_need_not_hold() {
    assertThat(reportOf(passing(), notBlocking()).outcome()).isEqualTo(Outcome.PASSED);
  }

  @Test
  void fails_without_a_check() {
    assertThat(reportOf().outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void fails_without_a_place() {
    assertThat(report().outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void fails_when_one_place_has_no_check() {
    Report report = report(place("a", verdicts("a", List.of(passing()))), place("b", List.of()));
    assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void counts_each_check_once() {
    Report report =
        report(
            place("a", verdicts("a", ReportFixture.everyKind())),
            place("b", verdicts("b", List.of(passing()))));
    assertThat(report.tally()).isEqualTo(new Tally(3, 2, 1, 1, 0));
    assertThat(report.tally())
        .hasToString("7 checks: 3 passed, 2 failed, 1 undetermined, 1 not blocking");
  }

  @Test
  void says_one_check_and_no_checks() {
    assertThat(reportOf(passing()).tally()).hasToString("1 check: 1 passed");
    assertThat(reportOf().tally()).hasToString("0 checks");
  }

  @Test
  void does_not_change_with_the_list_it_was_given() {
    List<PlaceReport> places = new ArrayList<>(reportOf(passing()).places());
    Report report = new Report("", ReportFixture.STARTED, Duration.ZERO, places);
    places.clear();
    assertThat(report.places()).hasSize(1);
  }
}

package org.seatrial.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.seatrial.check.Conditions.notExist;
import static org.seatrial.check.Thing.be;
import static org.seatrial.check.Thing.thing;
import static org.seatrial.check.file.FileConditions.haveMode;
import static org.seatrial.check.file.FileStatus.regular;
import static org.seatrial.check.file.FileSubjects.file;
import static org.seatrial.check.file.FileSubjects.files;
import static org.seatrial.check.file.Selections.are;
import static org.seatrial.check.file.Selections.setuid;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seatrial.check.madeup.MadeUpPlace;

/** Documented exceptions: what they accept, until when, and that they always show. */
class ExemptionTest {

  private static final LocalDate LAST_DAY = LocalDate.of(2027, 1, 31);

  private static final MadeUpPlace PLACE =
      MadeUpPlace.empty()
          .with(regular("/usr/bin/su").withMode("4755"))
          .with(regular("/usr/bin/mount").withMode("4755"))
          .with(regular("/usr/bin/umount").withMode("4755"))
          .answering(new Thing.Look("apple"), Answer.known("red"));

  private static final Check NO_SETUID =
      files("/usr/**").that(are(setuid())).should(notExist()).withId("setuid");

  private static Verdict on(LocalDate day, Check check) {
    Clock clock = Clock.fixed(day.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    return Inspection.of(PLACE).withClock(clock).verdicts(List.of(check)).get(0);
  }

  private static Verdict verdict(Check check) {
    return on(LAST_DAY, check);
  }

  private static void assertMessage(Verdict verdict, String message) {
    assertThat(verdict.message())
        .isEqualTo(message + "  see:       check setuid, " + verdict.check().source());
  }

  @Test
  void accepts_some_findings_and_fails_for_the_others() {
    Verdict verdict =
        verdict(NO_SETUID.allow("/usr/bin/*mount").because("users bring their own disks"));
    assertMessage(
        verdict,
        """
        files /usr/** that are setuid should not exist   → FAILED (1 finding) in made-up place
          /usr/bin/su
          expected:  not to exist
          but was:   regular file, mode 4755, owner 0:0, 0 bytes
          allowed:   /usr/bin/mount, /usr/bin/umount by the exception for /usr/bin/*mount, because users bring their own disks
        """);
    assertThat(verdict.findings()).extracting(Finding::about).containsExactly("/usr/bin/su");
    assertThat(verdict.allowed().keySet())
        .extracting(Finding::about)
        .containsExactly("/usr/bin/mount", "/usr/bin/umount");
    assertThat(verdict.rulings()).extracting(Ruling::outcome).containsExactly(Outcome.FAILED);
  }

  @Test
  void passes_when_every_finding_is_accepted_and_says_by_what() {
    Verdict verdict =
        verdict(
            NO_SETUID
                .allow("/usr/bin/su")
                .because("it is the product")
                .until(LAST_DAY)
                .allow("/usr/bin/*mount")
                .because("users bring disks"));
    assertMessage(
        verdict,
        """
        files /usr/** that are setuid should not exist   → PASSED in made-up place
          allowed:   /usr/bin/mount, /usr/bin/umount by the exception for /usr/bin/*mount, because users bring disks
          allowed:   /usr/bin/su by the exception for /usr/bin/su, because it is the product, until 2027-01-31
        """);
    assertThat(verdict.rulings()).extracting(Ruling::outcome).containsExactly(Outcome.PASSED);
    assertThat(verdict.rulings().get(0).findings()).hasSize(3);
    assertThat(verdict.blocks()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"2027-01-30, PASSED", "2027-01-31, PASSED", "2027-02-01, FAILED"})
  void holds_until_its_last_day(LocalDate day, Outcome outcome) {
    Check check = NO_SETUID.allowFailure().because("the base image is late").until(LAST_DAY);
    assertThat(on(day, check).outcome()).isEqualTo(outcome);
  }

  @Test
  void says_when_it_has_expired() {
    Check check =
        file("/usr/bin/su")
            .should(haveMode("0755"))
            .withId("setuid")
            .allowFailure()
            .because("the base image is late")
            .until(LAST_DAY);
    Verdict verdict = on(LAST_DAY.plusDays(1), check);
    assertMessage(
        verdict,
        """
        file /usr/bin/su should have mode 0755   → FAILED (1 finding) in made-up place
          expected:  mode 0755
          but was:   mode 4755, which also permits setuid
          perhaps:   chmod 0755 /usr/bin/su
          expired:   the exception for any finding, because the base image is late, until 2027-01-31
        """);
    assertThat(verdict.expired()).containsExactlyElementsOf(check.exemptions());
  }

  @Test
  void an_expired_one_does_not_take_away_what_another_accepts() {
    Check check =
        NO_SETUID
            .allow("/usr/**")
            .because("a")
            .until(LAST_DAY)
            .allow("/usr/bin/su")
            .because("b")
            .until(LAST_DAY.minusDays(1));
    Verdict verdict = verdict(check);
    assertThat(verdict.outcome()).isEqualTo(Outcome.PASSED);
    assertThat(verdict.expired()).isEmpty();
  }

  @Test
  void until_limits_the_last_one_only() {
    Check check =
        NO_SETUID
            .allow("/usr/bin/su")
            .because("a")
            .allow("/usr/bin/*")
            .because("b")
            .until(LAST_DAY);
    Verdict verdict = on(LAST_DAY.plusDays(1), check);
    assertThat(verdict.findings())
        .extracting(Finding::about)
        .containsExactly("/usr/bin/mount", "/usr/bin/umount");
  }

  @Test
  void accepts_no_deeper_path_than_it_names() {
    assertThat(verdict(NO_SETUID.allow("/usr/*").because("a")).findings()).hasSize(3);
    assertThat(verdict(NO_SETUID.allow("/usr/*/*").because("a")).findings()).isEmpty();
    assertThat(verdict(NO_SETUID.allow("/usr/**").because("a")).findings()).isEmpty();
    assertThat(verdict(NO_SETUID.allow("**").because("a")).findings()).isEmpty();
    assertThat(verdict(NO_SETUID.allow("*").because("a")).findings()).hasSize(3);
    assertThat(verdict(NO_SETUID.allow("/usr/bin").because("a")).findings()).hasSize(3);
  }

  @Test
  void accepts_what_the_subject_itself_violates() {
    assertThat(verdict(thing("apple").should(be("blue")).allow("ap*").because("a")).outcome())
        .isEqualTo(Outcome.PASSED);
    assertThat(verdict(thing("apple").should(be("blue")).allow("pear").because("a")).outcome())
        .isEqualTo(Outcome.FAILED);
  }

  @Test
  void accepts_nothing_that_nobody_could_look_at() {
    Verdict verdict = verdict(thing("plum").should(be("blue")).allowFailure().because("a"));
    assertThat(verdict.outcome()).isEqualTo(Outcome.UNDETERMINED);
    assertThat(verdict.blocks()).isTrue();
  }

  @Test
  void says_nothing_where_it_was_not_needed() {
    Verdict verdict =
        verdict(thing("apple").should(be("red")).withId("setuid").allow("apple").because("a"));
    assertMessage(verdict, "thing apple should be red   → PASSED in made-up place\n");
  }

  @Test
  void is_documented() {
    assertThatThrownBy(() -> NO_SETUID.allowFailure().because(" "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("reason must not be empty: an exception is documented");
    assertThatThrownBy(() -> NO_SETUID.allow("").because("a"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("pattern must not be empty: say what is excepted");
    assertThatThrownBy(() -> NO_SETUID.until(LAST_DAY))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("until must follow allow(…).because(…)");
  }
}

package org.seatrial.testkit.expectation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.seatrial.check.Conditions.exist;
import static org.seatrial.check.Conditions.notExist;
import static org.seatrial.check.file.ContentConditions.contain;
import static org.seatrial.check.file.FileConditions.haveMode;
import static org.seatrial.check.file.FileSubjects.file;
import static org.seatrial.check.file.FileSubjects.files;
import static org.seatrial.check.file.Selections.are;
import static org.seatrial.check.file.Selections.setuid;
import static org.seatrial.testkit.expectation.Expectations.finding;
import static org.seatrial.testkit.expectation.Expectations.findingsOf;
import static org.seatrial.testkit.expectation.Expectations.undetermined;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opentest4j.AssertionFailedError;
import org.seatrial.check.Check;
import org.seatrial.check.Place;
import org.seatrial.check.Profile;
import org.seatrial.check.file.FileStatus;
import org.seatrial.check.madeup.MadeUpPlace;

class ExpectationsTest {

  private static final Check CONF =
      file("/opt/shop.conf")
          .should(exist(), haveMode("0640"))
          .because("it holds a password")
          .withId("shop.conf");
  private static final Check SETUID =
      files("/bin/*").that(are(setuid())).should(notExist()).withId("shop.setuid");
  private static final List<Check> CHECKS = List.of(CONF, SETUID);

  private static final Place RIGHT =
      MadeUpPlace.empty()
          .named("the right place")
          .with(FileStatus.regular("/opt/shop.conf").withMode("0640"), "password=x")
          .with("/bin/ping", "1234");
  private static final Place WRONG =
      MadeUpPlace.empty()
          .named("the wrong place")
          .with(FileStatus.regular("/opt/shop.conf").withMode("0644"), "password=x")
          .with(FileStatus.regular("/bin/ping").withMode("4755"), "1234")
          .with(FileStatus.regular("/bin/su").withMode("4755"), "12");
  private static final ExpectedFinding CONF_IS_OPEN =
      finding()
          .by("shop.conf")
          .about("/opt/shop.conf")
          .expected("mode 0640")
          .actual("mode 0644, which…");
  private static final ExpectedFinding PING =
      finding().by("shop.setuid").about("/bin/ping").actual("…mode 4755…");
  private static final ExpectedFinding SU = finding().by("shop.setuid").about("/bin/su");

  @Test
  void holds_when_every_finding_is_expected_and_every_expected_one_is_found() {
    findingsOf(CHECKS).in(WRONG).are(SU, CONF_IS_OPEN, PING);
    findingsOf(CONF, SETUID).in(WRONG).are(CONF_IS_OPEN, PING, SU);
    findingsOf(new ShopProfile()).in(WRONG).are(PING, CONF_IS_OPEN, SU);
    findingsOf(CHECKS).in(WRONG).are(List.of(PING, SU, CONF_IS_OPEN));
    findingsOf(CHECKS).in(RIGHT).areNone();
  }

  @Test
  void no_finding_is_not_expected_by_an_empty_list() {
    assertThatThrownBy(() -> findingsOf(CHECKS).in(RIGHT).are(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected must not be empty; say areNone()");
  }

  @Test
  void tells_what_is_missing_what_differs_and_what_was_not_expected() {
    assertThatThrownBy(
            () ->
                findingsOf(CHECKS)
                    .in(WRONG)
                    .are(
                        CONF_IS_OPEN.actual("mode 0666"),
                        PING,
                        finding().by("shop.user").about("image")))
        .isInstanceOf(AssertionFailedError.class)
        .hasMessage(
            """
            the findings in the wrong place are not those expected: 1 differs, 1 is missing, 1 was not expected
              differs:     finding by "shop.conf", about "/opt/shop.conf", expected "mode 0640", actual "mode 0666"
                actual:  "mode 0644, which also permits others read" instead of "mode 0666"
              missing:     finding by "shop.user", about "image"
              unexpected:  finding by "shop.setuid", about "/bin/su", expected "not to exist", actual "regular file, mode 4755, owner 0:0, 2 bytes\"\
            """);
  }

  @Test
  void tells_every_finding_where_none_was_expected() {
    assertThatThrownBy(() -> findingsOf(SETUID).in(WRONG).areNone())
        .isInstanceOf(AssertionFailedError.class)
        .hasMessage(
            """
            the findings in the wrong place are not those expected: 2 were not expected
              unexpected:  finding by "shop.setuid", about "/bin/ping", expected "not to exist", actual "regular file, mode 4755, owner 0:0, 4 bytes"
              unexpected:  finding by "shop.setuid", about "/bin/su", expected "not to exist", actual "regular file, mode 4755, owner 0:0, 2 bytes\"\
            """);
  }

  @Test
  void tells_every_expected_finding_that_a_right_place_does_not_have() {
    assertThatThrownBy(() -> findingsOf(CHECKS).in(RIGHT).are(CONF_IS_OPEN, SU.severalTimes()))
        .isInstanceOf(AssertionFailedError.class)
        .hasMessage(
            """
            the findings in the right place are not those expected: 2 are missing
              missing:     finding by "shop.conf", about "/opt/shop.conf", expected "mode 0640", actual "mode 0644, which…"
              missing:     one or more: finding by "shop.setuid", about "/bin/su\"\
            """);
  }

  @Test
  void gives_both_sides_to_whoever_shows_their_difference() {
    AssertionFailedError error =
        catchThrowableOfType(
            AssertionFailedError.class, () -> findingsOf(CONF).in(WRONG).are(PING, SU));
    assertThat(error.getExpected().getStringRepresentation()).isEqualTo(PING + "\n" + SU);
    assertThat(error.getActual().getStringRepresentation())
        .isEqualTo(
            "finding by \"shop.conf\", about \"/opt/shop.conf\", expected \"mode 0640\", actual"
                + " \"mode 0644, which also permits others read\"");
  }

  @Test
  void a_finding_meets_one_expectation_whatever_their_order() {
    ExpectedFinding any = finding().by("shop.setuid");
    findingsOf(SETUID).in(WRONG).are(any, PING);
    findingsOf(SETUID).in(WRONG).are(PING, any);
    findingsOf(SETUID).in(WRONG).are(any, any);
    findingsOf(SETUID).in(WRONG).are(any.severalTimes());
    findingsOf(SETUID).in(WRONG).are(SU, any.severalTimes());
    assertThatThrownBy(() -> findingsOf(SETUID).in(WRONG).are(any))
        .hasMessageStartingWith(
            "the findings in the wrong place are not those expected: 1 was not expected\n");
    assertThatThrownBy(() -> findingsOf(SETUID).in(WRONG).are(any, any, any))
        .hasMessage(
            """
            the findings in the wrong place are not those expected: 1 is missing
              missing:     finding by "shop.setuid\"\
            """);
  }

  @Test
  void a_check_is_named_by_its_sentence_too() {
    findingsOf(CONF)
        .in(WRONG)
        .are(
            finding().by("file /opt/shop.conf should exist and have mode 0640, because it holds…"));
    assertThatThrownBy(
            () -> findingsOf(CONF).in(WRONG).are(finding().by("file /opt/shop.conf should exist")))
        .hasMessageContaining("1 is missing, 1 was not expected");
  }

  @Test
  void evidence_and_remedy_can_be_stated() {
    Check check = file("/opt/gone").should(exist()).withId("gone");
    assertThatThrownBy(
            () ->
                findingsOf(check)
                    .in(WRONG)
                    .are(
                        finding()
                            .about("/opt/gone")
                            .evidence("layer", "2 of 3…")
                            .perhaps("add it")))
        .hasMessage(
            """
            the findings in the wrong place are not those expected: 1 differs
              differs:     finding about "/opt/gone", evidence layer "2 of 3…", perhaps "add it"
                evidence layer:  "" instead of "2 of 3…"
                perhaps:  "" instead of "add it\"\
            """);
  }

  @Test
  void what_could_not_be_looked_at_must_be_expected_as_such() {
    Place blind = MadeUpPlace.empty().named("a blind place").unreadable("the disk is gone");
    ExpectedFinding gone = undetermined().by("shop.conf").actual("…the disk is gone");
    findingsOf(CONF).in(blind).are(gone);
    assertThatThrownBy(() -> findingsOf(CONF).in(blind).areNone())
        .hasMessage(
            """
            the findings in a blind place are not those expected: 1 was not expected
              unexpected:  undetermined by "shop.conf", about "/opt/shop.conf", actual "the disk is gone\"\
            """);
    assertThatThrownBy(() -> findingsOf(CONF).in(WRONG).are(gone))
        .hasMessageContaining("1 is missing, 1 was not expected");
    assertThatThrownBy(() -> findingsOf(CONF).in(blind).are(finding().by("shop.conf")))
        .hasMessageContaining("1 is missing, 1 was not expected");
  }

  @Test
  void a_check_that_failed_and_could_not_look_everywhere_says_both() {
    Place half =
        MadeUpPlace.empty()
            .named("half a place")
            .with(FileStatus.regular("/opt/shop.conf").withSize(7));
    Check check =
        file("/opt/shop.conf").should(haveMode("0640"), contain("password")).withId("both");
    findingsOf(check)
        .in(half)
        .are(
            finding().by("both").actual("mode 0644…"),
            undetermined().by("both").actual("nobody made up the content of /opt/shop.conf"));
  }

  @Test
  void an_exception_hides_a_finding_until_its_day() {
    Check allowed =
        SETUID.allow("/bin/ping").because("it is the product").until(LocalDate.of(2026, 3, 31));
    findingsOf(allowed).in(WRONG, at("2026-03-31T12:00:00Z")).are(SU);
    findingsOf(allowed).in(WRONG, at("2026-04-01T12:00:00Z")).are(SU, PING);
  }

  @Test
  void nothing_is_expected_of_no_check() {
    assertThatThrownBy(() -> findingsOf(List.of()).in(RIGHT).areNone())
        .isInstanceOf(AssertionFailedError.class)
        .hasMessage("nothing was checked in the right place");
  }

  @ParameterizedTest
  @CsvSource({
    "abc,      abc,     true",
    "abc,      abcd,    false",
    "abc,      ab,      false",
    "'',       '',      true",
    "'',       a,       false",
    "…,        '',      true",
    "…,        abc,     true",
    "a…,       a,       true",
    "a…c,      abbc,    true",
    "a…c,      ab,      false",
    "…b…d…,    abcd,    true",
    "…b…d,     abdcd,   true",
    "…b…b,     ab,      false",
    "a……c,     abc,     true",
    "….*…,     a.*b,    true",
    "….*…,     ab,      false"
  })
  void an_ellipsis_stands_for_any_text(String pattern, String text, boolean same) {
    assertThat(TextPattern.matches(pattern, text)).isEqualTo(same);
  }

  private static Clock at(String instant) {
    return Clock.fixed(Instant.parse(instant), ZoneOffset.UTC);
  }

  /** A profile of a user. */
  private static final class ShopProfile implements Profile {
    @Override
    public String name() {
      return "shop";
    }

    @Override
    public String description() {
      return "what every image of the shop must keep";
    }

    @Override
    public List<Check> checks() {
      return CHECKS;
    }
  }
}

package org.seatrial.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.seatrial.check.Conditions.exist;
import static org.seatrial.check.Thing.be;
import static org.seatrial.check.Thing.thing;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.MultipleFailuresError;
import org.seatrial.check.madeup.MadeUpPlace;

/** What is thrown at the end. */
class VerifyTest {

  private static final MadeUpPlace PLACE =
      MadeUpPlace.empty()
          .answering(new Thing.Look("apple"), Answer.known("red"))
          .answering(new Thing.Look("pear"), Answer.absent());

  private static final Check GOOD = thing("apple").should(be("red"));
  private static final Check BAD = thing("apple").should(be("green"));
  private static final Check GONE = thing("pear").should(exist());
  private static final Check UNSEEN = thing("plum").should(exist());

  @Test
  void passes_quietly() {
    assertThatCode(() -> Inspection.of(PLACE).verify(List.of(GOOD, GOOD)))
        .doesNotThrowAnyException();
    assertThatCode(() -> GOOD.verify(PLACE)).doesNotThrowAnyException();
  }

  @Test
  void fails_when_there_is_nothing_to_check() {
    assertThatThrownBy(() -> Inspection.of(PLACE).verify(List.of()))
        .isInstanceOf(AssertionFailedError.class)
        .hasMessage("nothing was checked in made-up place");
  }

  @Test
  void throws_what_one_check_found() {
    CheckFailedError error = catchThrowableOfType(CheckFailedError.class, () -> BAD.verify(PLACE));
    assertThat(error).hasMessage(error.verdict().message()).hasNoCause();
    assertThat(error.verdict().check()).isSameAs(BAD);
    assertThat(error.getExpected().getStringRepresentation()).isEqualTo("green");
    assertThat(error.getActual().getStringRepresentation()).isEqualTo("red");
  }

  @Test
  void throws_for_what_nobody_could_look_at() {
    CheckFailedError error =
        catchThrowableOfType(CheckFailedError.class, () -> UNSEEN.verify(PLACE));
    assertThat(error.verdict().outcome()).isEqualTo(Outcome.UNDETERMINED);
    assertThat(error.getExpected().getStringRepresentation()).isEqualTo("to be determined");
    assertThat(error.getActual().getStringRepresentation())
        .isEqualTo("nobody made up Look[thing=plum]");
  }

  @Test
  void throws_all_that_several_checks_found() {
    MultipleFailuresError error =
        catchThrowableOfType(
            MultipleFailuresError.class,
            () -> Inspection.of(PLACE).verify(List.of(BAD, GOOD, GONE, UNSEEN)));
    assertThat(error).hasMessageStartingWith("3 of 4 checks did not pass in made-up place");
    assertThat(error.getFailures())
        .extracting(failure -> ((CheckFailedError) failure).verdict().check())
        .containsExactly(BAD, GONE, UNSEEN);
  }

  @Test
  void throws_nothing_for_checks_that_need_not_hold() {
    List<Check> checks =
        List.of(BAD.severity(Severity.SHOULD), UNSEEN.severity(Severity.INFO), GOOD);
    assertThatCode(() -> Inspection.of(PLACE).verify(checks)).doesNotThrowAnyException();
    assertThat(Inspection.of(PLACE).verdicts(checks))
        .extracting(Verdict::outcome)
        .containsExactly(Outcome.FAILED, Outcome.UNDETERMINED, Outcome.PASSED);
  }

  @Test
  void compares_both_sides_finding_by_finding() {
    Condition<String> beNothing =
        new PropertyCondition<>(
            "be nothing",
            "nothing",
            (known, facts) ->
                new Judgement.Violated(
                    IntStream.range(0, 2_000)
                        .mapToObj(i -> Finding.of("none", "no " + i, Evidence.none()))
                        .map(finding -> finding.about("seed " + finding.actual()))
                        .toList()));
    CheckFailedError error =
        catchThrowableOfType(
            CheckFailedError.class, () -> thing("apple").should(beNothing).verify(PLACE));
    assertThat(error.getExpected().getStringRepresentation().lines())
        .hasSize(1_001)
        .startsWith("seed no 0: none")
        .endsWith("… and 1000 more");
    assertThat(error.getActual().getStringRepresentation().lines())
        .hasSize(1_001)
        .startsWith("seed no 0: no 0");
  }

  @Test
  void judges_the_same_facts_on_many_threads() {
    List<Check> checks = List.of(GOOD, BAD, GONE, UNSEEN);
    Facts facts = Inspection.of(PLACE).fetch(checks);
    List<Outcome> outcomes = checks.stream().map(c -> c.evaluate(facts).outcome()).toList();
    assertThat(
            IntStream.range(0, 4_000)
                .parallel()
                .mapToObj(i -> checks.get(i % 4).evaluate(facts).outcome())
                .toList())
        .isEqualTo(IntStream.range(0, 4_000).mapToObj(i -> outcomes.get(i % 4)).toList());
  }
}

package org.seatrial.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.seatrial.check.Conditions.exist;
import static org.seatrial.check.Conditions.not;
import static org.seatrial.check.Conditions.notExist;
import static org.seatrial.check.Thing.be;
import static org.seatrial.check.Thing.thing;
import static org.seatrial.check.file.FileSubjects.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.seatrial.check.madeup.MadeUpPlace;

/** What a check is, and how its conditions depend on each other. */
class CheckTest {

  private static final MadeUpPlace PLACE =
      MadeUpPlace.empty()
          .answering(new Thing.Look("apple"), Answer.known("red"))
          .answering(new Thing.Look("pear"), Answer.absent());

  private static Verdict verdict(Check check) {
    return Inspection.of(PLACE).verdicts(List.of(check)).get(0);
  }

  private static int line() {
    return StackWalker.getInstance().walk(f -> f.skip(1).findFirst()).orElseThrow().getLineNumber();
  }

  @Test
  void knows_the_line_that_declared_it() {
    int line = line();
    Check here = thing("apple").should(exist());
    Supplier<Check> later = () -> thing("apple").should(exist());
    Check kept = here.because("so").severity(Severity.INFO).withId("x").allow("y").because("z");
    assertThat(here.source())
        .isEqualTo(new SourceLine(CheckTest.class.getName(), "CheckTest.java", line + 1));
    assertThat(later.get().source().line()).isEqualTo(line + 2);
    assertThat(kept.source()).isEqualTo(here.source());
    assertThat(here.source())
        .hasToString("org.seatrial.check.CheckTest(CheckTest.java:" + (line + 1) + ")");
  }

  @Test
  void shows_a_source_that_was_compiled_without_its_name() {
    assertThat(new SourceLine("org.example.Shop", "", 0))
        .hasToString("org.example.Shop(Unknown Source)");
  }

  @Test
  void has_an_id_that_stays_while_its_sentence_does() {
    Check check = file("/etc/App.conf").should(exist(), be0644());
    assertThat(check.id()).isEqualTo("file-etc-app-conf-86601704");
    assertThat(file("/etc/App.conf").should(exist(), be0644()).id()).isEqualTo(check.id());
    assertThat(check.because("it is read").severity(Severity.SHOULD).id()).isEqualTo(check.id());
    assertThat(check.withId("shop.conf").because("it is read").id()).isEqualTo("shop.conf");
    assertThatThrownBy(() -> check.withId(" ")).isInstanceOf(IllegalArgumentException.class);
  }

  private static Condition<Object> be0644() {
    return Condition.of("be", "", (known, facts) -> Judgement.undetermined(""));
  }

  @Test
  void has_an_id_of_its_own_for_each_sentence() {
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      ids.add(file("/etc/" + i).should(exist()).id());
      ids.add(file("/etc/" + i).should(notExist()).id());
    }
    assertThat(ids).hasSize(20_000);
  }

  @Test
  void has_an_id_of_bounded_length_and_plain_letters() {
    assertThat(thing("Äpfel/" + "x".repeat(10_000) + "\u001b").should(exist()).id())
        .matches("thing-pfel-x{40,60}-[0-9a-f]{8}");
    assertThat(thing("\ud800").should(exist()).id()).matches("thing-[0-9a-f]{8}");
  }

  @Test
  void skips_what_depends_on_existence() {
    Verdict verdict = verdict(thing("pear").should(be("green"), exist(), not(be("red"))));
    assertThat(verdict.rulings())
        .extracting(Ruling::outcome)
        .containsExactly(Outcome.SKIPPED, Outcome.FAILED, Outcome.SKIPPED);
    assertThat(verdict.message())
        .isEqualTo(
            """
            thing pear should be green, exist and not be red   → FAILED (1 finding) in made-up place
              expected:  to exist
              but was:   nothing is there
              skipped:   be green (nothing is there), not be red (nothing is there)
              see:       check %s, %s\
            """
                .formatted(verdict.check().id(), verdict.check().source()));
    assertThat(verdict.notes()).containsExactly("nothing is there");
  }

  @Test
  void says_once_that_nothing_is_there() {
    Verdict verdict = verdict(thing("pear").should(be("green"), be("red")));
    assertThat(verdict.findings()).hasSize(1);
    assertThat(verdict.rulings())
        .extracting(Ruling::outcome)
        .containsExactly(Outcome.FAILED, Outcome.SKIPPED);
  }

  @Test
  void judges_all_that_holds_where_nothing_is_there() {
    Verdict verdict = verdict(thing("pear").should(notExist(), not(be("red"))));
    assertThat(verdict.outcome()).isEqualTo(Outcome.PASSED);
  }

  @Test
  void reports_all_that_is_wrong_with_what_is_there() {
    Verdict verdict = verdict(thing("apple").should(exist(), be("green"), be("blue"), be("red")));
    assertThat(verdict.findings()).extracting(Finding::expected).containsExactly("green", "blue");
    assertThat(verdict.rulings())
        .extracting(Ruling::outcome)
        .containsExactly(Outcome.PASSED, Outcome.FAILED, Outcome.FAILED, Outcome.PASSED);
  }

  @Test
  void reports_once_what_is_there_instead() {
    Verdict verdict = verdict(thing("apple").unless("red").should(exist(), be("red")));
    assertThat(verdict.message())
        .isEqualTo(
            """
            thing apple should exist and be red   → FAILED (1 finding) in made-up place
              expected:  proper thing
              but was:   red
              skipped:   be red (it is no proper thing)
              see:       check %s, %s\
            """
                .formatted(verdict.check().id(), verdict.check().source()));
  }

  @Test
  void what_is_there_instead_is_not_nothing() {
    Verdict verdict = verdict(thing("apple").unless("red").should(notExist()));
    assertThat(verdict.findings())
        .containsExactly(new Finding("apple", "not to exist", "red", Evidence.none(), ""));
  }

  @Test
  void keeps_what_was_observed_where_it_passed() {
    Verdict verdict = verdict(thing("apple").should(be("red")));
    assertThat(verdict.rulings())
        .containsExactly(
            new Ruling("be red", Outcome.PASSED, Judgement.holds("red", Evidence.none())));
  }

  @Test
  void changes_nothing_in_place() {
    List<Check> checks = new ArrayList<>();
    Check check = thing("apple").should(exist());
    checks.add(check.because("a"));
    checks.add(check.severity(Severity.INFO));
    checks.add(check.withId("b"));
    checks.add(check.allowFailure().because("c"));
    assertThat(checks).doesNotContain(check);
    assertThat(check.reason()).isEmpty();
    assertThat(check.severity()).isEqualTo(Severity.MUST);
    assertThat(check.exemptions()).isEmpty();
    assertThat(check.subject()).isEqualTo("apple");
  }

  @Test
  void stands_for_its_noun_where_there_is_only_one() {
    Subject<String> only =
        new Subject<>("passwd", "") {
          @Override
          protected Request<String> request() {
            return new Thing.Look("apple");
          }
        };
    Check check = only.should(be("blue"));
    assertThat(check.sentence()).isEqualTo("passwd should be blue");
    assertThat(verdict(check).findings()).extracting(Finding::about).containsExactly("passwd");
    assertThat(verdict(check).message())
        .startsWith(
            """
            passwd should be blue   → FAILED (1 finding) in made-up place
              expected:  blue
            """);
  }
}

package org.seatrial.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.seatrial.check.Conditions.any;
import static org.seatrial.check.Conditions.both;
import static org.seatrial.check.Conditions.each;
import static org.seatrial.check.Conditions.either;
import static org.seatrial.check.Conditions.none;
import static org.seatrial.check.Conditions.not;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seatrial.check.Answer.Known;

/** The truth tables: T holds, F is violated, U nobody could tell (Kleene's strong logic). */
class KleeneTest {

  private static final Facts FACTS = new FetchedFacts("made-up place", LocalDate.EPOCH);

  private static final Map<String, Outcome> OUTCOMES =
      Map.of("T", Outcome.PASSED, "F", Outcome.FAILED, "U", Outcome.UNDETERMINED);

  /** The condition that a text is T; U is a text that nobody can read. */
  private static final Condition<String> TRUE =
      Condition.of("be T", "T", (known, facts) -> judgement(known.value()));

  private static Judgement judgement(String letter) {
    return switch (letter) {
      case "T" -> Judgement.holds("T", Evidence.none());
      case "F" -> Judgement.violated(Finding.of("T", "F", Evidence.none()));
      default -> Judgement.undetermined("it is dark");
    };
  }

  /** A condition with this outcome, whatever is there. */
  private static Condition<Object> of(String letter) {
    return new Condition<>() {
      @Override
      public String phrase() {
        return letter;
      }

      @Override
      public Judgement judge(Answer<? extends Object> observed, Facts facts) {
        return judgement(letter);
      }
    };
  }

  private static Outcome outcome(Condition<Object> condition) {
    return condition.judge(Answer.known("anything"), FACTS).outcome();
  }

  private static Outcome outcome(Condition<List<Known<String>>> condition, String... letters) {
    List<Known<String>> elements =
        Stream.of(letters).map(letter -> new Known<>(letter, Evidence.none())).toList();
    return condition.judge(Answer.known(elements), FACTS).outcome();
  }

  @ParameterizedTest
  @CsvSource({"T, F", "F, T", "U, U"})
  void negation(String value, String negated) {
    assertThat(outcome(not(of(value)))).isEqualTo(OUTCOMES.get(negated));
    assertThat(outcome(not(not(of(value))))).isEqualTo(OUTCOMES.get(value));
  }

  @ParameterizedTest
  @CsvSource({
    "T, T, T", "T, F, F", "T, U, U",
    "F, T, F", "F, F, F", "F, U, F",
    "U, T, U", "U, F, F", "U, U, U"
  })
  void both_and_each(String first, String second, String result) {
    Outcome expected = OUTCOMES.get(result);
    assertThat(outcome(both(of(first), of(second)))).isEqualTo(expected);
    assertThat(outcome(of(first).and(of(second)))).isEqualTo(expected);
    assertThat(outcome(not(either(not(of(first)), not(of(second)))))).isEqualTo(expected);
    assertThat(outcome(each(TRUE), first, second)).isEqualTo(expected);
    assertThat(outcome(none(not(TRUE)), first, second)).isEqualTo(expected);
    assertThat(outcome(not(any(not(TRUE))), first, second)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "T, T, T", "T, F, T", "T, U, T",
    "F, T, T", "F, F, F", "F, U, U",
    "U, T, T", "U, F, U", "U, U, U"
  })
  void either_and_any(String first, String second, String result) {
    Outcome expected = OUTCOMES.get(result);
    assertThat(outcome(either(of(first), of(second)))).isEqualTo(expected);
    assertThat(outcome(of(first).or(of(second)))).isEqualTo(expected);
    assertThat(outcome(not(both(not(of(first)), not(of(second)))))).isEqualTo(expected);
    assertThat(outcome(any(TRUE), first, second)).isEqualTo(expected);
    assertThat(outcome(not(each(not(TRUE))), first, second)).isEqualTo(expected);
    assertThat(outcome(not(none(TRUE)), first, second)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "T, T, F", "T, F, F", "T, U, F",
    "F, T, F", "F, F, T", "F, U, U",
    "U, T, F", "U, F, U", "U, U, U"
  })
  void neither_and_none(String first, String second, String result) {
    Outcome expected = OUTCOMES.get(result);
    assertThat(outcome(not(either(of(first), of(second))))).isEqualTo(expected);
    assertThat(outcome(both(not(of(first)), not(of(second))))).isEqualTo(expected);
    assertThat(outcome(none(TRUE), first, second)).isEqualTo(expected);
    assertThat(outcome(not(any(TRUE)), first, second)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "T, T, F", "T, F, T", "T, U, U",
    "F, T, T", "F, F, T", "F, U, T",
    "U, T, U", "U, F, T", "U, U, U"
  })
  void not_both_and_not_each(String first, String second, String result) {
    Outcome expected = OUTCOMES.get(result);
    assertThat(outcome(not(both(of(first), of(second))))).isEqualTo(expected);
    assertThat(outcome(not(each(TRUE)), first, second)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"T", "F", "U"})
  void of_one_element(String letter) {
    assertThat(outcome(each(TRUE), letter)).isEqualTo(OUTCOMES.get(letter));
    assertThat(outcome(any(TRUE), letter)).isEqualTo(OUTCOMES.get(letter));
    assertThat(outcome(not(none(TRUE)), letter)).isEqualTo(OUTCOMES.get(letter));
  }

  @Test
  void of_no_elements_where_nothing_is_allowed() {
    assertThat(outcome(each(TRUE))).isEqualTo(Outcome.PASSED);
    assertThat(outcome(none(TRUE))).isEqualTo(Outcome.PASSED);
    assertThat(outcome(any(TRUE))).isEqualTo(Outcome.FAILED);
  }

  @Test
  void of_nothing_selected_fails_under_any_negation() {
    List<Condition<List<Known<String>>>> all =
        List.of(
            each(TRUE),
            any(TRUE),
            none(TRUE),
            both(each(TRUE), any(TRUE)),
            either(each(TRUE), none(TRUE)));
    for (Condition<List<Known<String>>> condition : all) {
      assertThat(condition.judge(Answer.absent(), FACTS).outcome()).isEqualTo(Outcome.FAILED);
      assertThat(not(condition).judge(Answer.absent(), FACTS).outcome())
          .as(not(condition).phrase())
          .isEqualTo(Outcome.FAILED);
    }
  }

  @Test
  void of_something_unknown_is_undetermined_under_any_negation() {
    List<Condition<List<Known<String>>>> all =
        List.of(
            each(TRUE),
            any(TRUE),
            none(TRUE),
            both(each(TRUE), any(TRUE)),
            either(each(TRUE), none(TRUE)));
    for (Condition<List<Known<String>>> condition : all) {
      assertThat(condition.judge(Answer.unknown("?"), FACTS).outcome())
          .isEqualTo(Outcome.UNDETERMINED);
      assertThat(not(condition).judge(Answer.unknown("?"), FACTS).outcome())
          .isEqualTo(Outcome.UNDETERMINED);
    }
  }

  @Test
  void says_of_which_element_it_could_not_tell() {
    List<Known<String>> elements =
        Stream.of("T", "U", "U", "U").map(l -> new Known<>(l, Evidence.none())).toList();
    assertThat(each(TRUE).judge(Answer.known(elements), FACTS))
        .isEqualTo(Judgement.undetermined("U: it is dark, and 2 more"));
  }

  @Test
  void keeps_the_evidence_of_all_parts() {
    Judgement judgement =
        both(of("T"), located("layer", "2")).judge(Answer.known("anything"), FACTS);
    assertThat(judgement).isEqualTo(Judgement.holds("T; here", Evidence.of("layer", "2")));
    Judgement none =
        not(either(of("T"), located("layer", "2"))).judge(Answer.known("anything"), FACTS);
    assertThat(none.findings())
        .extracting(Finding::evidence)
        .containsExactly(Evidence.none(), Evidence.of("layer", "2"));
  }

  private static Condition<Object> located(String key, String value) {
    return Condition.of(
        "be here", "here", (known, facts) -> Judgement.holds("here", Evidence.of(key, value)));
  }
}

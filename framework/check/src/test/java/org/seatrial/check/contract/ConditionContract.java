package org.seatrial.check.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.seatrial.check.Conditions.not;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.seatrial.check.Answer;
import org.seatrial.check.Check;
import org.seatrial.check.Condition;
import org.seatrial.check.Inspection;
import org.seatrial.check.Outcome;
import org.seatrial.check.Place;
import org.seatrial.check.Request;
import org.seatrial.check.Verdict;

/**
 * The same six tests for every condition: it passes; it fails with the whole message; it is
 * undetermined when a fact is unavailable; its negation, in verdict and text; its description; and
 * what it says when nothing is there. A subclass says by {@link #example} what is to be seen.
 *
 * @param <S> what the subject observes
 */
public abstract class ConditionContract<S> {

  private static final String GONE = "the engine went away";

  /** Return where the condition holds and where not, and the texts that people read of it. */
  protected abstract ConditionExample<S> example();

  @Test
  void passes() {
    Verdict verdict = verdict(example().condition(), example().holding());
    assertThat(verdict.outcome()).as(verdict.message()).isEqualTo(Outcome.PASSED);
    assertThat(verdict.findings()).isEmpty();
    assertThat(verdict.blocks()).isFalse();
  }

  @Test
  void fails_with_the_whole_message() {
    assertFails(example().condition(), example().violating(), example().violation());
  }

  @Test
  void is_undetermined_when_a_fact_is_unavailable() {
    Set<Request<?>> asked = asked();
    assertThat(asked).isNotEmpty();
    for (Request<?> request : asked) {
      Place blind = new Blind(example().holding(), request);
      assertUndetermined(example().condition(), blind);
      assertUndetermined(not(example().condition()), blind);
    }
  }

  @Test
  void is_negated_in_verdict_and_text() {
    Condition<? super S> opposite = not(example().condition());
    Verdict violating = verdict(opposite, example().violating());
    assertThat(violating.outcome()).as(violating.message()).isEqualTo(Outcome.PASSED);
    assertFails(opposite, example().holding(), example().negatedViolation());
    Verdict twice = verdict(not(opposite), example().holding());
    assertThat(twice.outcome()).as(twice.message()).isEqualTo(Outcome.PASSED);
  }

  @Test
  void is_described_by_its_phrase() {
    Condition<? super S> condition = example().condition();
    assertThat(condition.phrase()).isEqualTo(example().phrase());
    assertThat(condition).hasToString(condition.phrase());
    assertThat(not(condition)).hasToString(not(condition).phrase());
    assertThat(check(condition).sentence())
        .isEqualTo(example().subject().phrase() + " should " + example().phrase());
  }

  @Test
  void says_what_absence_means() {
    if (example().absence().isEmpty()) {
      Verdict verdict = verdict(example().condition(), example().empty());
      assertThat(verdict.outcome()).as(verdict.message()).isEqualTo(Outcome.PASSED);
    } else {
      assertFails(example().condition(), example().empty(), example().absence());
    }
    Verdict negated = verdict(not(example().condition()), example().empty());
    assertThat(negated.outcome()).as(negated.message()).isEqualTo(example().negatedAbsence());
  }

  private Check check(Condition<? super S> condition) {
    return example().subject().should(condition);
  }

  private Verdict verdict(Condition<? super S> condition, Place place) {
    return Inspection.of(place).verdicts(List.of(check(condition))).get(0);
  }

  private void assertFails(Condition<? super S> condition, Place place, String message) {
    Verdict verdict = verdict(condition, place);
    Check check = verdict.check();
    assertThat(verdict.message())
        .isEqualTo(message + "  see:       check " + check.id() + ", " + check.source());
    assertThat(verdict.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(verdict.blocks()).isTrue();
  }

  private void assertUndetermined(Condition<? super S> condition, Place place) {
    Verdict verdict = verdict(condition, place);
    assertThat(verdict.outcome()).as(verdict.message()).isEqualTo(Outcome.UNDETERMINED);
    assertThat(verdict.message())
        .startsWith("could not determine whether " + verdict.check().sentence() + ": ")
        .contains(GONE);
    assertThat(verdict.findings()).isEmpty();
    assertThat(verdict.blocks()).isTrue();
  }

  /** Return every request that the place gets for the condition. */
  private Set<Request<?>> asked() {
    Set<Request<?>> asked = new LinkedHashSet<>();
    Place listening =
        new Place() {
          @Override
          public String name() {
            return example().holding().name();
          }

          @Override
          public Map<Request<?>, Answer<?>> fetch(Set<Request<?>> requests) {
            asked.addAll(requests);
            return example().holding().fetch(requests);
          }
        };
    verdict(example().condition(), listening);
    return asked;
  }

  /** A place that can't answer one of the requests. */
  private record Blind(Place place, Request<?> gone) implements Place {

    @Override
    public String name() {
      return place.name();
    }

    @Override
    public Map<Request<?>, Answer<?>> fetch(Set<Request<?>> requests) {
      Map<Request<?>, Answer<?>> answers = new HashMap<>(place.fetch(requests));
      answers.computeIfPresent(gone, (request, answer) -> Answer.unknown(GONE));
      return answers;
    }
  }
}

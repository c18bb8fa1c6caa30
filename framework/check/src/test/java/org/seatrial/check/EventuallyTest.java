package org.seatrial.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.seatrial.check.Conditions.both;
import static org.seatrial.check.Conditions.each;
import static org.seatrial.check.Conditions.either;
import static org.seatrial.check.Conditions.exist;
import static org.seatrial.check.Conditions.not;
import static org.seatrial.check.Thing.be;
import static org.seatrial.check.Thing.thing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Conditions that are given time; the time is made up, so nobody waits. */
class EventuallyTest {

  private final ChangingPlace place = new ChangingPlace();

  private static <S> Condition<S> eventually(Condition<S> condition, long seconds) {
    return VirtualWaiter.seconds(seconds).until(condition);
  }

  private Verdict verdict(Check check) {
    return Inspection.of(place).verdicts(List.of(check)).get(0);
  }

  private static String see(Verdict verdict) {
    return "  see:       check " + verdict.check().id() + ", " + verdict.check().source();
  }

  private static Optional<Waited> waited(long seconds, int looks) {
    return Optional.of(new Waited(Duration.ofSeconds(seconds), looks));
  }

  @Test
  void passes_at_the_first_look_that_holds() {
    place.with("lamp", "red", "red", "green", "red");
    Verdict verdict = verdict(thing("lamp").should(eventually(be("green"), 60)));
    assertThat(verdict.outcome()).isEqualTo(Outcome.PASSED);
    assertThat(verdict.waited()).isEqualTo(waited(4, 3));
    assertThat(place.looks()).hasSize(3);
  }

  @Test
  void looks_once_where_it_holds_at_once() {
    place.with("lamp", "green");
    Verdict verdict = verdict(thing("lamp").should(eventually(be("green"), 60)));
    assertThat(verdict.outcome()).isEqualTo(Outcome.PASSED);
    assertThat(verdict.waited()).isEqualTo(waited(0, 1));
    assertThat(verdict.message())
        .isEqualTo(
            """
            thing lamp should eventually be green within 60 s   → PASSED in changing place
              waited:    0 s, 1 poll
            """
                + see(verdict));
  }

  @Test
  void fails_with_what_was_seen_last_and_how_long_was_looked() {
    place.with("lamp", "off", "red", "yellow");
    Verdict verdict = verdict(thing("lamp").should(eventually(be("green"), 60)));
    assertThat(verdict.message())
        .isEqualTo(
            """
            thing lamp should eventually be green within 60 s   → FAILED (1 finding) in changing place
              expected:  green
              but was:   yellow
              waited:    60 s, 31 polls
            """
                + see(verdict));
  }

  @Test
  void is_undetermined_when_nobody_could_look_in_the_end() {
    place.with("lamp", "red", "?");
    Verdict verdict = verdict(thing("lamp").should(eventually(be("green"), 4)));
    assertThat(verdict.message())
        .isEqualTo(
            """
            could not determine whether thing lamp should eventually be green within 4 s: the engine is away   → UNDETERMINED in changing place
              waited:    4 s, 3 polls
            """
                + see(verdict));
  }

  @Test
  void a_place_that_fails_meanwhile_is_looked_at_again() {
    place.with("lamp", "?", "?", "green");
    Verdict verdict = verdict(thing("lamp").should(eventually(be("green"), 60)));
    assertThat(verdict.outcome()).isEqualTo(Outcome.PASSED);
    assertThat(verdict.waited()).isEqualTo(waited(4, 3));
  }

  @Test
  void what_is_not_there_yet_is_looked_at_again() {
    place.with("lamp", "-", "green");
    Verdict verdict = verdict(thing("lamp").should(exist(), eventually(be("green"), 60)));
    assertThat(verdict.outcome()).isEqualTo(Outcome.PASSED);
  }

  @Test
  void what_is_something_else_meanwhile_is_looked_at_again() {
    place.with("lamp", "candle", "green");
    Verdict verdict = verdict(thing("lamp").unless("candle").should(eventually(be("green"), 9)));
    assertThat(verdict.outcome()).isEqualTo(Outcome.PASSED);
  }

  @Test
  void other_conditions_of_the_check_are_judged_by_the_last_look() {
    place.with("lamp", "red", "green");
    Verdict verdict = verdict(thing("lamp").should(be("red"), eventually(be("green"), 60)));
    assertThat(verdict.rulings())
        .extracting(Ruling::outcome)
        .containsExactly(Outcome.FAILED, Outcome.PASSED);
    assertThat(verdict.waited()).isEqualTo(waited(2, 2));
  }

  @Test
  void only_checks_that_wait_are_looked_at_again_in_one_batch() {
    place
        .with("now", "red", "green")
        .with("soon", "red", "green", "red")
        .with("later", "red", "red", "green");
    List<Verdict> verdicts =
        Inspection.of(place)
            .verdicts(
                List.of(
                    thing("now").should(be("red")),
                    thing("soon").should(eventually(be("green"), 60)),
                    thing("later").should(eventually(be("green"), 60))));
    assertThat(verdicts).extracting(Verdict::outcome).containsOnly(Outcome.PASSED);
    assertThat(place.looks())
        .containsExactly(
            Set.of(new Thing.Look("now"), new Thing.Look("soon"), new Thing.Look("later")),
            Set.of(new Thing.Look("soon"), new Thing.Look("later")),
            Set.of(new Thing.Look("later")));
    assertThat(verdicts)
        .extracting(Verdict::waited)
        .containsExactly(Optional.empty(), waited(2, 2), waited(4, 3));
  }

  @Test
  void the_opposite_is_that_it_never_holds() {
    place.with("lamp", "red");
    Verdict passed = verdict(thing("lamp").should(not(eventually(be("green"), 6))));
    assertThat(passed.outcome()).isEqualTo(Outcome.PASSED);
    assertThat(passed.waited()).isEqualTo(waited(6, 4));
    ChangingPlace flashing = new ChangingPlace().with("lamp", "red", "green", "red");
    Verdict failed =
        Inspection.of(flashing)
            .verdicts(List.of(thing("lamp").should(not(eventually(be("green"), 6)))))
            .get(0);
    assertThat(failed.message())
        .isEqualTo(
            """
            thing lamp should never be green within 6 s   → FAILED (1 finding) in changing place
              expected:  to never be green within 6 s
              but was:   green
              waited:    2 s, 2 polls
            """
                + see(failed));
    assertThat(not(not(eventually(be("green"), 6))).phrase())
        .isEqualTo("eventually be green within 6 s");
  }

  @Test
  void never_is_undetermined_when_nobody_could_look_in_the_end() {
    place.with("lamp", "red", "?");
    Verdict verdict = verdict(thing("lamp").should(not(eventually(be("green"), 6))));
    assertThat(verdict.outcome()).isEqualTo(Outcome.UNDETERMINED);
  }

  @Test
  void an_inner_negation_waits_for_the_opposite() {
    place.with("lamp", "red", "green");
    Verdict verdict = verdict(thing("lamp").should(eventually(not(be("red")), 6)));
    assertThat(verdict.outcome()).isEqualTo(Outcome.PASSED);
    assertThat(verdict.check().sentence())
        .isEqualTo("thing lamp should eventually not be red within 6 s");
  }

  @Test
  void both_may_hold_at_different_looks() {
    place.with("lamp", "red", "green", "blue");
    Verdict verdict =
        verdict(
            thing("lamp").should(both(eventually(be("green"), 60), eventually(be("blue"), 60))));
    assertThat(verdict.outcome()).isEqualTo(Outcome.PASSED);
    assertThat(verdict.waited()).isEqualTo(waited(4, 3));
  }

  @Test
  void each_of_both_has_its_own_time() {
    place.with("lamp", "red", "red", "red", "green", "blue");
    Verdict verdict =
        verdict(thing("lamp").should(both(eventually(be("green"), 4), eventually(be("blue"), 60))));
    assertThat(verdict.findings()).extracting(Finding::expected).containsExactly("green");
    assertThat(verdict.findings()).extracting(Finding::actual).containsExactly("red");
    assertThat(verdict.waited()).isEqualTo(waited(6, 4));
  }

  @Test
  void either_is_enough() {
    place.with("lamp", "red", "blue");
    Verdict verdict =
        verdict(
            thing("lamp").should(either(eventually(be("green"), 60), eventually(be("blue"), 60))));
    assertThat(verdict.outcome()).isEqualTo(Outcome.PASSED);
    assertThat(verdict.waited()).isEqualTo(waited(2, 2));
  }

  @Test
  void neither_is_all_the_time_looked_for() {
    place.with("lamp", "red");
    Verdict verdict =
        verdict(thing("lamp").should(not(either(eventually(be("green"), 4), be("blue")))));
    assertThat(verdict.outcome()).isEqualTo(Outcome.PASSED);
    assertThat(verdict.waited()).isEqualTo(waited(4, 3));
  }

  @Test
  void one_look_decides_where_facts_are_given() {
    place.with("lamp", "red", "green");
    Check check = thing("lamp").should(eventually(be("green"), 60));
    Facts once = Inspection.of(place).fetch(List.of(thing("lamp").should(exist())));
    assertThat(check.evaluate(once).outcome()).isEqualTo(Outcome.FAILED);
    assertThat(check.evaluate(once).waited()).isEmpty();
  }

  @Test
  void a_verdict_stays_however_often_it_is_asked_for() {
    place.with("lamp", "red", "green", "red");
    Check check = thing("lamp").should(eventually(be("green"), 60));
    Facts facts = Inspection.of(place).fetch(List.of(check, thing("x").should(not(exist()))));
    assertThat(check.evaluate(facts)).isEqualTo(check.evaluate(facts));
    assertThat(check.evaluate(facts).outcome()).isEqualTo(Outcome.PASSED);
  }

  @Test
  void refuses_to_wait_twice_or_for_each() {
    assertThatThrownBy(() -> eventually(eventually(be("green"), 1), 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a condition must wait once, but \"eventually be green within 1 s\" waits already");
    assertThatThrownBy(() -> each(eventually(be("green"), 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("eventually must stand outside of each, any and none: eventually(each(…))");
    assertThatThrownBy(() -> eventually(be("green"), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("patience must be positive, but was PT0S");
  }
}

package org.seatrial.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.seatrial.check.Answer.Absent;
import org.seatrial.check.Answer.Known;

/** A subject and the conditions that must hold for it: the typed inside of a check. */
record Claim<S>(Subject<S> subject, List<Condition<? super S>> conditions) {

  Claim {
    conditions = List.copyOf(conditions);
    if (conditions.isEmpty()) {
      throw new IllegalArgumentException(
          "should must be given a condition, but " + subject.phrase() + " has none");
    }
  }

  /** Return the sentence without its reason: {@code file /x should exist and have mode 0640}. */
  String sentence() {
    return subject.phrase() + " should " + Phrases.joined(conditions);
  }

  /** Return the subject's own fact, and what the conditions need whatever it is. */
  Set<Request<?>> requests() {
    Set<Request<?>> requests = new LinkedHashSet<>(Set.of(subject.request()));
    for (Condition<? super S> condition : conditions) {
      // A condition that can't say what it needs is UNDETERMINED when it is judged.
      requests.addAll(
          Guarded.<Set<Request<?>>>call(
              condition.phrase(), condition::requests, broken -> Set.of()));
    }
    return requests;
  }

  /** Return what the conditions need beyond the subject's own fact. */
  Set<Request<?>> needs(Facts facts) {
    // A subject or a condition that can't say what it needs is UNDETERMINED when it is judged.
    return Guarded.<Set<Request<?>>>call(subject.phrase(), () -> needed(facts), broken -> Set.of());
  }

  private Set<Request<?>> needed(Facts facts) {
    Set<Request<?>> needs = new LinkedHashSet<>();
    if (facts.get(subject.request()) instanceof Known<S> known
        && subject.mismatch(known.value()).isEmpty()) {
      for (Condition<? super S> condition : conditions) {
        needs.addAll(
            Guarded.<Set<Request<?>>>call(
                condition.phrase(), () -> condition.needs(known.value()), broken -> Set.of()));
      }
    }
    return needs;
  }

  /** Return how long the conditions are given; empty when none waits. */
  Optional<Patience> patience() {
    return Patience.longest(conditions.stream().map(Condition::patience));
  }

  /** Tell whether nothing that could still be seen would change a condition that waits. */
  boolean isDecided(Facts facts) {
    if (facts.get(subject.request()) instanceof Known<S> known
        && subject.mismatch(known.value()).isPresent()) {
      return false;
    }
    List<Ruling> rulings = rulings(facts);
    for (int i = 0; i < conditions.size(); i++) {
      Outcome outcome = rulings.get(i).outcome();
      if (conditions.get(i).patience().isPresent()
          && outcome != Outcome.PASSED
          && outcome != Outcome.FAILED) {
        return false;
      }
    }
    return true;
  }

  /** Judge the conditions, in the order in which they were written; existence is judged first. */
  List<Ruling> rulings(Facts facts) {
    return Guarded.<List<Ruling>>call(
        subject.phrase(),
        () -> judged(facts),
        broken ->
            conditions.stream()
                .map(condition -> Ruling.of(condition.phrase(), Judgement.undetermined(broken)))
                .toList());
  }

  private List<Ruling> judged(Facts facts) {
    Answer<S> observed = facts.get(subject.request());
    if (observed instanceof Known<S> known) {
      Optional<String> instead = subject.mismatch(known.value());
      if (instead.isPresent()) {
        return mismatched(known, instead.get());
      }
    }
    boolean missing = observed instanceof Absent && conditions.contains(Existence.EXIST);
    List<Ruling> rulings = new ArrayList<>();
    boolean reported = false;
    for (Condition<? super S> condition : conditions) {
      if (missing ? condition != Existence.EXIST : reported) {
        rulings.add(Ruling.skipped(condition.phrase(), PropertyCondition.NOTHING));
        continue;
      }
      Ruling ruling = Ruling.of(condition.phrase(), judgement(condition, observed, facts));
      reported |= observed instanceof Absent && ruling.outcome() == Outcome.FAILED;
      rulings.add(ruling);
    }
    return rulings;
  }

  private static <T> Judgement judgement(
      Condition<? super T> condition, Answer<T> observed, Facts facts) {
    return Guarded.<Judgement>call(
        condition.phrase(), () -> condition.judge(observed, facts), Judgement::undetermined);
  }

  /** Report what is there instead, once; that nothing should be there is violated by it as well. */
  private List<Ruling> mismatched(Known<S> known, String expected) {
    List<Ruling> rulings = new ArrayList<>();
    for (Condition<? super S> condition : conditions) {
      String wanted = condition == Existence.NOT_EXIST ? Phrases.infinitive(condition) : expected;
      rulings.add(
          rulings.isEmpty()
              ? Ruling.of(
                  condition.phrase(),
                  Judgement.violated(
                      Finding.of(wanted, Existence.describe(known.value()), known.evidence())))
              : Ruling.skipped(condition.phrase(), "it is no " + expected));
    }
    return rulings;
  }
}

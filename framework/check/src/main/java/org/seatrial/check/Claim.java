package org.seatrial.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
    List<String> phrases = conditions.stream().map(Condition::phrase).toList();
    int last = phrases.size() - 1;
    String joined =
        last == 0
            ? phrases.get(0)
            : String.join(", ", phrases.subList(0, last)) + " and " + phrases.get(last);
    return subject.phrase() + " should " + joined;
  }

  /** Return what the conditions need beyond the subject's own fact. */
  Set<Request<?>> needs(Facts facts) {
    Set<Request<?>> needs = new LinkedHashSet<>();
    if (facts.get(subject.request()) instanceof Known<S> known) {
      conditions.forEach(condition -> needs.addAll(condition.needs(known.value())));
    }
    return needs;
  }

  /** Judge the conditions, in the order in which they were written; existence is judged first. */
  List<Ruling> rulings(Facts facts) {
    Answer<S> observed = facts.get(subject.request());
    Optional<String> instead =
        observed instanceof Known<S> known ? subject.mismatch(known.value()) : Optional.empty();
    if (instead.isPresent() && observed instanceof Known<S> known) {
      return mismatched(known, instead.get());
    }
    boolean missing = observed instanceof Absent && conditions.contains(Existence.EXIST);
    List<Ruling> rulings = new ArrayList<>();
    boolean reported = false;
    for (Condition<? super S> condition : conditions) {
      if (missing ? condition != Existence.EXIST : reported) {
        rulings.add(Ruling.skipped(condition.phrase(), PropertyCondition.NOTHING));
        continue;
      }
      Ruling ruling = Ruling.of(condition.phrase(), condition.judge(observed, facts));
      reported |= observed instanceof Absent && ruling.outcome() == Outcome.FAILED;
      rulings.add(ruling);
    }
    return rulings;
  }

  private List<Ruling> mismatched(Known<S> known, String expected) {
    Finding finding = Finding.of(expected, Existence.describe(known.value()), known.evidence());
    return conditions.stream()
        .map(
            condition ->
                condition == conditions.get(0)
                    ? Ruling.of(condition.phrase(), Judgement.violated(finding))
                    : Ruling.skipped(condition.phrase(), "it is no " + expected))
        .collect(Collectors.toList());
  }
}

package org.seatrial.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.seatrial.check.Judgement.Holds;
import org.seatrial.check.Judgement.Undetermined;

/** Both or either of several conditions, three-valued. */
record Combination<S>(Kind kind, List<Condition<? super S>> parts) implements Condition<S> {

  enum Kind {
    BOTH("both ", " and "),
    EITHER("either ", " or ");

    private final String before;
    private final String between;

    Kind(String before, String between) {
      this.before = before;
      this.between = between;
    }
  }

  Combination {
    parts = List.copyOf(parts);
  }

  @Override
  public String phrase() {
    return kind.before
        + parts.stream().map(Condition::phrase).collect(Collectors.joining(kind.between));
  }

  @Override
  public Set<Request<?>> needs(S observed) {
    Set<Request<?>> needs = new LinkedHashSet<>();
    parts.forEach(part -> needs.addAll(part.needs(observed)));
    return needs;
  }

  @Override
  public Judgement judge(Answer<? extends S> observed, Facts facts) {
    List<Judgement> judgements = new ArrayList<>();
    parts.forEach(part -> judgements.add(part.judge(observed, facts)));
    // The outcome that decides alone: one violation for both, one that holds for either.
    Outcome decisive = kind == Kind.BOTH ? Outcome.FAILED : Outcome.PASSED;
    List<Judgement> deciding = judgements.stream().filter(j -> j.outcome() == decisive).toList();
    if (!deciding.isEmpty()) {
      return joined(deciding);
    }
    return judgements.stream()
        .filter(Undetermined.class::isInstance)
        .findFirst()
        .orElseGet(() -> joined(judgements));
  }

  /** Join judgements of one outcome: all findings, or all actual values. */
  private static Judgement joined(List<Judgement> judgements) {
    List<Finding> findings = judgements.stream().flatMap(j -> j.findings().stream()).toList();
    if (!findings.isEmpty()) {
      return new Judgement.Violated(findings);
    }
    List<Holds> holding = judgements.stream().map(Holds.class::cast).toList();
    return Judgement.holds(
        holding.stream().map(Holds::actual).distinct().collect(Collectors.joining("; ")),
        holding.get(0).evidence());
  }

  @Override
  public String toString() {
    return phrase();
  }
}

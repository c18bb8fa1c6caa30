package org.seatrial.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.seatrial.check.Answer.Known;
import org.seatrial.check.Judgement.Holds;
import org.seatrial.check.Judgement.Undetermined;

/** A condition of each, any or none of the elements that a subject selects. */
record Quantified<E>(Kind kind, Condition<? super E> condition)
    implements Condition<List<Known<E>>> {

  enum Kind {
    EACH,
    ANY,
    NONE
  }

  @Override
  public String phrase() {
    return switch (kind) {
      case EACH -> "each " + condition.phrase();
      case ANY -> "include one to " + condition.phrase();
      case NONE -> "include none to " + condition.phrase();
    };
  }

  @Override
  public Set<Request<?>> needs(List<Known<E>> observed) {
    Set<Request<?>> needs = new LinkedHashSet<>();
    observed.forEach(element -> needs.addAll(condition.needs(element.value())));
    return needs;
  }

  @Override
  public Judgement judge(Answer<? extends List<Known<E>>> observed, Facts facts) {
    return observed.fold(
        known -> judge(known.value(), known.evidence(), facts),
        absent ->
            Judgement.violated(
                Finding.of(
                    "at least one, "
                        + kind.name().toLowerCase(Locale.ROOT)
                        + " to "
                        + condition.phrase(),
                    "nothing was selected",
                    absent.evidence())),
        unknown -> Judgement.undetermined(unknown.why()));
  }

  private Judgement judge(List<Known<E>> elements, Evidence evidence, Facts facts) {
    List<Finding> violations = new ArrayList<>();
    List<Finding> holding = new ArrayList<>();
    Undetermined undetermined = null;
    for (Known<E> element : elements) {
      Judgement judgement = condition.judge(element, facts);
      String label = Existence.label(element.value());
      judgement.findings().forEach(finding -> violations.add(finding.about(label)));
      if (judgement instanceof Holds holds) {
        holding.add(
            new Finding(
                label, "not to " + condition.phrase(), holds.actual(), holds.evidence(), ""));
      } else if (judgement instanceof Undetermined first && undetermined == null) {
        undetermined = new Undetermined(label + ": " + first.why());
      }
    }
    boolean decided =
        switch (kind) {
          case EACH -> !violations.isEmpty();
          case ANY, NONE -> !holding.isEmpty();
        };
    if (!decided && undetermined != null) {
      return undetermined;
    }
    return decide(elements.size(), violations, holding, evidence);
  }

  private Judgement decide(
      int count, List<Finding> violations, List<Finding> holding, Evidence evidence) {
    String counted = holding.size() + " of " + count;
    return switch (kind) {
      case EACH ->
          violations.isEmpty()
              ? Judgement.holds(counted, evidence)
              : new Judgement.Violated(violations);
      case ANY ->
          Judgement.of(
              !holding.isEmpty(), "at least one to " + condition.phrase(), counted, evidence);
      case NONE ->
          holding.isEmpty() ? Judgement.holds(counted, evidence) : new Judgement.Violated(holding);
    };
  }

  @Override
  public String toString() {
    return phrase();
  }
}

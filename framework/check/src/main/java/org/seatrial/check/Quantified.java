package org.seatrial.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.seatrial.check.Answer.Known;
import org.seatrial.check.Judgement.Holds;
import org.seatrial.check.Judgement.Undetermined;
import org.seatrial.check.Judgement.Violated;

/** A condition of each, any or none of the elements that a subject selects. */
record Quantified<E>(Kind kind, Condition<? super E> condition)
    implements Negatable<List<Known<E>>> {

  enum Kind {
    EACH("each "),
    ANY("at least once "),
    NONE("never ");

    private final String adverb;

    Kind(String adverb) {
      this.adverb = adverb;
    }
  }

  Quantified {
    if (condition.patience().isPresent()) {
      throw new IllegalArgumentException(
          "eventually must stand outside of each, any and none: eventually(each(…))");
    }
  }

  @Override
  public String phrase() {
    return kind.adverb + condition.phrase();
  }

  @Override
  public Set<Request<?>> requests() {
    return condition.requests();
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
        known -> new Count(known.value(), facts).judgement(known.evidence()),
        absent ->
            Judgement.violated(
                Finding.of("at least one to look at", "nothing was selected", absent.evidence())),
        Judgement::undetermined);
  }

  @Override
  public Condition<List<Known<E>>> negated() {
    return switch (kind) {
      case EACH -> new Quantified<E>(Kind.ANY, Conditions.not(condition));
      case ANY -> new Quantified<E>(Kind.NONE, condition);
      case NONE -> new Quantified<E>(Kind.ANY, condition);
    };
  }

  @Override
  public String toString() {
    return phrase();
  }

  /** Of how many elements the condition holds, and of which not. */
  private final class Count {

    private final int all;
    private final List<Finding> violations = new ArrayList<>();
    private final List<Undetermined> undetermined = new ArrayList<>();
    private final List<Finding> holding = new ArrayList<>();

    Count(List<Known<E>> elements, Facts facts) {
      this.all = elements.size();
      String opposite = Phrases.infinitive(Conditions.not(condition));
      for (Known<E> element : elements) {
        String label = Existence.label(element.value());
        Judgement judgement = condition.judge(element, facts);
        judgement.findings().forEach(finding -> violations.add(finding.about(label)));
        if (judgement instanceof Holds holds) {
          holding.add(new Finding(label, opposite, holds.actual(), holds.evidence(), ""));
        } else if (judgement instanceof Undetermined unknown) {
          undetermined.add(new Undetermined(label + ": " + unknown.why(), unknown.cause()));
        }
      }
    }

    Judgement judgement(Evidence evidence) {
      boolean decided = kind == Kind.EACH ? !violations.isEmpty() : !holding.isEmpty();
      if (!decided && !undetermined.isEmpty()) {
        return firstUndetermined();
      }
      String counted = holding.size() + " of " + all;
      return switch (kind) {
        case EACH -> decided ? new Violated(violations) : Judgement.holds(counted, evidence);
        case ANY -> decided ? anyHolds(counted) : Judgement.violated(noneHolds(evidence));
        case NONE -> decided ? new Violated(holding) : Judgement.holds(counted, evidence);
      };
    }

    private Judgement anyHolds(String counted) {
      Finding first = holding.get(0);
      return Judgement.holds(
          counted + ", first " + first.about() + ": " + first.actual(), first.evidence());
    }

    private Finding noneHolds(Evidence evidence) {
      String first =
          violations.isEmpty()
              ? ""
              : ", first " + violations.get(0).about() + ": " + violations.get(0).actual();
      return Finding.of(
          "at least one " + Phrases.infinitive(condition), "none of " + all + first, evidence);
    }

    private Undetermined firstUndetermined() {
      Undetermined first = undetermined.get(0);
      int more = undetermined.size() - 1;
      return more == 0
          ? first
          : new Undetermined(first.why() + ", and " + more + " more", first.cause());
    }
  }
}

package org.seatrial.check;

import java.util.Optional;
import java.util.Set;
import org.seatrial.check.Judgement.Holds;
import org.seatrial.check.Judgement.Violated;

/** The opposite of a condition: inverts what is known and what is absent, never what is unknown. */
record Negation<S>(Condition<S> condition) implements Negatable<S> {

  @Override
  public String phrase() {
    return "not " + condition.phrase();
  }

  @Override
  public Set<Request<?>> requests() {
    return condition.requests();
  }

  @Override
  public Set<Request<?>> needs(S observed) {
    return condition.needs(observed);
  }

  @Override
  public Judgement judge(Answer<? extends S> observed, Facts facts) {
    return invert(condition.judge(observed, facts), Phrases.infinitive(this));
  }

  /**
   * Return the opposite judgement; what is expected instead is said for the case of a violation.
   */
  static Judgement invert(Judgement judgement, String expected) {
    if (judgement instanceof Holds holds) {
      return Judgement.violated(Finding.of(expected, holds.actual(), holds.evidence()));
    }
    if (judgement instanceof Violated violated) {
      Finding first = violated.findings().get(0);
      return Judgement.holds(first.actual(), first.evidence());
    }
    return judgement;
  }

  @Override
  public Optional<Patience> patience() {
    return condition.patience();
  }

  @Override
  public Condition<S> negated() {
    return condition;
  }

  @Override
  public String toString() {
    return phrase();
  }
}

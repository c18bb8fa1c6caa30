package org.seatrial.check;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.Set;
import org.seatrial.check.Judgement.Holds;

/**
 * A condition that is given time to hold, or that must never hold in that time. Where nobody looks
 * again it is judged by the one look there is.
 */
record Eventually<S>(Condition<S> condition, Patience limit, boolean never)
    implements Negatable<S> {

  Eventually {
    requireNonNull(limit, "limit must not be null");
    if (condition.patience().isPresent()) {
      throw new IllegalArgumentException(
          "a condition must wait once, but \"" + condition.phrase() + "\" waits already");
    }
  }

  @Override
  public String phrase() {
    return (never ? "never " : "eventually ")
        + condition.phrase()
        + " within "
        + Printable.of(limit.time());
  }

  @Override
  public Optional<Patience> patience() {
    return Optional.of(limit);
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
    Judgement judgement = condition.judge(observed, facts);
    return facts instanceof WatchedFacts watched
        ? watched.settle(this, judgement)
        : directed(judgement);
  }

  /** Tell whether this judgement of the inner condition decides before the time is over. */
  boolean isDecidedBy(Judgement judgement) {
    return judgement instanceof Holds;
  }

  /** Return what a judgement of the inner condition says of this one. */
  Judgement directed(Judgement judgement) {
    return never ? Negation.invert(judgement, Phrases.infinitive(this)) : judgement;
  }

  @Override
  public Condition<S> negated() {
    return new Eventually<>(condition, limit, !never);
  }

  @Override
  public String toString() {
    return phrase();
  }
}

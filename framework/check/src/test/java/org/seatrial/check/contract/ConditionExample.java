package org.seatrial.check.contract;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.seatrial.check.Condition;
import org.seatrial.check.Outcome;
import org.seatrial.check.Place;
import org.seatrial.check.Subject;
import org.seatrial.check.madeup.MadeUpPlace;

/**
 * A condition at work: where it holds and where not, and every text that people read of it. Texts
 * are whole messages without the line {@code see:}, which the contract adds.
 *
 * @param <S> what the subject observes
 */
public final class ConditionExample<S> {

  private final Subject<S> subject;
  private final Condition<? super S> condition;
  private final String phrase;
  private @Nullable Place holding;
  private @Nullable Place violating;
  private Place empty = MadeUpPlace.empty();
  private String violation = "";
  private String negatedViolation = "";
  private String absence = "";
  private Outcome negatedAbsence = Outcome.PASSED;

  private ConditionExample(Subject<S> subject, Condition<? super S> condition, String phrase) {
    this.subject = subject;
    this.condition = condition;
    this.phrase = phrase;
  }

  /** Begin an example of this condition, which has this phrase. */
  public static <S> ConditionExample<S> of(
      Subject<S> subject, Condition<? super S> condition, String phrase) {
    return new ConditionExample<>(subject, condition, phrase);
  }

  /** Say where it holds; the contract makes each of the facts that it needs there unavailable. */
  public ConditionExample<S> holdsIn(Place place) {
    holding = place;
    return this;
  }

  /** Say where it is violated, and what the message is. */
  public ConditionExample<S> isViolatedIn(Place place, String message) {
    violating = place;
    violation = message;
    return this;
  }

  /** Say what the message of the opposite is where the condition holds. */
  public ConditionExample<S> negated(String message) {
    negatedViolation = message;
    return this;
  }

  /** Say what the message is where nothing is there; the opposite holds there. */
  public ConditionExample<S> absent(String message) {
    absence = message;
    return this;
  }

  /** Say what the message is where nothing is selected; the opposite is violated as well. */
  public ConditionExample<S> nothingSelected(String message) {
    negatedAbsence = Outcome.FAILED;
    return absent(message);
  }

  /** Say that it holds where nothing is there; the opposite is violated. */
  public ConditionExample<S> holdsWhenAbsent() {
    negatedAbsence = Outcome.FAILED;
    absence = "";
    return this;
  }

  /** Say in which place nothing is there, where an empty one will not do. */
  public ConditionExample<S> absentIn(Place place) {
    empty = place;
    return this;
  }

  Subject<S> subject() {
    return subject;
  }

  Condition<? super S> condition() {
    return condition;
  }

  String phrase() {
    return phrase;
  }

  Place holding() {
    return requireNonNull(holding, "an example must say where the condition holds");
  }

  Place violating() {
    return requireNonNull(violating, "an example must say where the condition is violated");
  }

  Place empty() {
    return empty;
  }

  String violation() {
    return violation;
  }

  String negatedViolation() {
    return negatedViolation;
  }

  /** Return the message where nothing is there; empty when the condition holds there. */
  String absence() {
    return absence;
  }

  Outcome negatedAbsence() {
    return negatedAbsence;
  }
}

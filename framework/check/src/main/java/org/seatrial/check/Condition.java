package org.seatrial.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.seatrial.check.Answer.Known;

/**
 * What must be true of a subject: a predicate with a description. Conditions are values; the
 * vocabulary grows by them. Every condition says what absence means for it: unless its Javadoc says
 * otherwise, it is violated when nothing is there.
 *
 * @param <S> the type of the value that the subject observes
 */
public interface Condition<S> {

  /** Return the words that follow "should", such as {@code have mode 0640}. */
  String phrase();

  /**
   * Return the facts that are needed whatever is observed of the subject: they are fetched together
   * with it, and so cost no round trip of their own.
   */
  default Set<Request<?>> requests() {
    return Set.of();
  }

  /**
   * Return the further facts that are needed, which only the first look can tell: the content of
   * the file that a link leads to.
   *
   * @param observed what the subject observed
   */
  default Set<Request<?>> needs(S observed) {
    return Set.of();
  }

  /**
   * Judge an answer. Pure; looks once and returns truth, actual value and evidence together.
   *
   * @param observed what the subject observed, or that there is nothing; {@link Answer.Unknown}
   *     leads to {@link Judgement.Undetermined}
   * @param facts holds an answer for everything that {@link #requests} and {@link #needs} asked for
   */
  Judgement judge(Answer<? extends S> observed, Facts facts);

  /**
   * Return how long it is given to hold; empty when one look decides. See {@link Patience#until}.
   */
  default Optional<Patience> patience() {
    return Optional.empty();
  }

  /** Return the condition that both this and the other hold: {@code should(exist().and(…))}. */
  default <T extends S> Condition<T> and(Condition<? super T> other) {
    return Conditions.both(this, other);
  }

  /** Return the condition that this or the other holds, or both. */
  default <T extends S> Condition<T> or(Condition<? super T> other) {
    return Conditions.either(this, other);
  }

  /** How a condition looks at a value that is there. */
  @FunctionalInterface
  interface Look<S> {

    /** Judge the value; pure. */
    Judgement at(Known<? extends S> known, Facts facts);
  }

  /**
   * Return a condition on something that is there; it is violated when nothing is.
   *
   * @param phrase the words that follow "should"
   * @param expected what must be, in the shape of the actual value, such as {@code mode 0640}
   * @param look judges the value
   */
  static <S> Condition<S> of(String phrase, String expected, Look<S> look) {
    return new PropertyCondition<>(phrase, expected, look);
  }

  /**
   * Return a condition on a further fact about something that is there, such as the content of a
   * file; it is violated when either is absent and undetermined when either is unknown.
   *
   * @param phrase the words that follow "should"
   * @param expected what must be, in the shape of the actual value
   * @param further returns what is asked for once the subject is known
   * @param look judges the further fact; the evidence it is given is that of both
   */
  static <S, B> Condition<S> ofFurther(
      String phrase,
      String expected,
      Function<? super S, ? extends Request<B>> further,
      Look<B> look) {
    return new FurtherCondition<>(phrase, expected, further, look);
  }

  /**
   * Return the condition that another one holds for all that a subject stands for, such as the
   * processes of one program; it is violated when nothing is there. Its opposite is that the other
   * holds for none of them: "process nginx should not run as uid 0" is violated by a single one.
   *
   * @param elements returns those that the subject stands for; the subject itself where it is one
   * @param condition what must hold for each
   */
  static <S, E> Condition<S> ofAll(
      Function<? super S, ? extends List<? extends E>> elements, Condition<E> condition) {
    return new Every<>(elements, condition);
  }
}

package org.seatrial.check;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.function.Function;

/**
 * What a place answers to a {@link Request}: three-valued from the root up, so that "it is not
 * there" and "I could not look" are never mixed up.
 *
 * @param <A> the type of the value that was asked for
 */
public sealed interface Answer<A> {

  /** The fact was observed: {@code value} is what was there and {@code evidence} is where. */
  record Known<A>(A value, Evidence evidence) implements Answer<A> {
    public Known {
      requireNonNull(value, "value must not be null");
      requireNonNull(evidence, "evidence must not be null");
    }
  }

  /**
   * The place was looked at and there is nothing; {@code evidence} says where it would have been.
   */
  record Absent<A>(Evidence evidence) implements Answer<A> {
    public Absent {
      requireNonNull(evidence, "evidence must not be null");
    }
  }

  /**
   * The place could not be looked at.
   *
   * @param why what kept Seatrial from looking, for the person who reads the failure
   * @param cause what was thrown, if that is why; it is chained to the failure
   */
  record Unknown<A>(String why, Optional<Throwable> cause) implements Answer<A> {
    public Unknown {
      requireNonNull(why, "why must not be null");
      requireNonNull(cause, "cause must not be null");
    }

    /** Create an answer for which nothing was thrown. */
    public Unknown(String why) {
      this(why, Optional.empty());
    }
  }

  /** Return an answer with this value and no evidence, for made-up facts. */
  static <A> Answer<A> known(A value) {
    return new Known<>(value, Evidence.none());
  }

  /** Return the answer that nothing is there, without evidence, for made-up facts. */
  static <A> Answer<A> absent() {
    return new Absent<>(Evidence.none());
  }

  /** Return the answer that nobody could look, and why. */
  static <A> Answer<A> unknown(String why) {
    return new Unknown<>(why);
  }

  /** Return the answer that nobody could look, because this was thrown. */
  static <A> Answer<A> unknown(InspectionException cause) {
    return new Unknown<>(requireNonNull(cause.getMessage()), Optional.of(cause));
  }

  /** Return the result of the function for the kind of answer that this is. */
  default <R> R fold(
      Function<? super Known<A>, ? extends R> known,
      Function<? super Absent<A>, ? extends R> absent,
      Function<? super Unknown<A>, ? extends R> unknown) {
    if (this instanceof Known<A> k) {
      return known.apply(k);
    }
    if (this instanceof Absent<A> a) {
      return absent.apply(a);
    }
    return unknown.apply((Unknown<A>) this);
  }

  /** Return this answer with another value, computed from the one observed; the evidence stays. */
  default <B> Answer<B> map(Function<? super A, ? extends B> change) {
    return then(value -> new Known<>(change.apply(value), Evidence.none()));
  }

  /**
   * Return the answer that follows from the value observed; absent and unknown stay what they are.
   * The evidence of both answers is kept, this one's first.
   */
  default <B> Answer<B> then(Function<? super A, ? extends Answer<B>> next) {
    return fold(
        known ->
            next.apply(known.value())
                .<Answer<B>>fold(
                    k -> new Known<>(k.value(), known.evidence().and(k.evidence())),
                    a -> new Absent<>(known.evidence().and(a.evidence())),
                    u -> u),
        absent -> new Absent<>(absent.evidence()),
        unknown -> new Unknown<>(unknown.why(), unknown.cause()));
  }
}

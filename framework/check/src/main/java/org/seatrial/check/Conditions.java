package org.seatrial.check;

import java.util.List;
import org.seatrial.check.Answer.Known;

/**
 * The conditions that fit every subject, and the ways to combine conditions. To be imported
 * statically. Combinations are three-valued (Kleene): what nobody could look at stays undetermined
 * unless the other parts decide alone.
 */
public final class Conditions {

  private Conditions() {}

  /**
   * Require that something is there: {@code file /etc/passwd should exist}. Absent: violated, and
   * the other conditions of the check are skipped.
   */
  public static Condition<Object> exist() {
    return Existence.EXIST;
  }

  /**
   * Require that nothing is there: {@code file /root/.ssh/id_rsa should not exist}. Absent: holds.
   */
  public static Condition<Object> notExist() {
    return Existence.NOT_EXIST;
  }

  /**
   * Require the opposite: {@code file /etc/shadow should not be readable by uid 1001}. Absent:
   * holds where the other condition is violated, so add {@link #exist()} if the thing must be
   * there; but where nothing was selected, {@code not(any(…))} is violated as {@code any(…)} is.
   * Undetermined stays undetermined.
   */
  public static <S> Condition<S> not(Condition<S> condition) {
    return condition instanceof Negatable<S> negatable
        ? negatable.negated()
        : new Negation<>(condition);
  }

  /** Require both. Violated when one is violated, whether or not the other could be determined. */
  public static <S> Condition<S> both(Condition<? super S> first, Condition<? super S> second) {
    return Combination.of(Combination.Kind.BOTH, first, second);
  }

  /**
   * Require one of the two, or both. Holds when one holds, whether or not the other could be
   * determined.
   */
  public static <S> Condition<S> either(Condition<? super S> first, Condition<? super S> second) {
    return Combination.of(Combination.Kind.EITHER, first, second);
  }

  /**
   * Require the condition of each element: {@code files /etc/*.conf should each have mode 0644}.
   * Absent, so nothing selected: violated.
   */
  public static <E> Condition<List<Known<E>>> each(Condition<? super E> condition) {
    return new Quantified<>(Quantified.Kind.EACH, condition);
  }

  /**
   * Require the condition of at least one element: {@code files /etc/*.conf should at least once
   * contain "ssl = on"}. Absent, so nothing selected: violated.
   */
  public static <E> Condition<List<Known<E>>> any(Condition<? super E> condition) {
    return new Quantified<>(Quantified.Kind.ANY, condition);
  }

  /**
   * Require that the condition holds for no element: {@code files /srv/* should never be owned by
   * 0:0}. Absent, so nothing selected: violated.
   */
  public static <E> Condition<List<Known<E>>> none(Condition<? super E> condition) {
    return new Quantified<>(Quantified.Kind.NONE, condition);
  }
}

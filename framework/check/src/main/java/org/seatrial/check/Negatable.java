package org.seatrial.check;

/** A condition that knows its opposite better than {@link Negation} does. */
interface Negatable<S> extends Condition<S> {

  /**
   * Return the condition that holds where this one is violated and the other way round; where
   * nothing was selected, both are violated.
   */
  Condition<S> negated();
}

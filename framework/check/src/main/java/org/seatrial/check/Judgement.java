package org.seatrial.check;

import java.util.List;

/**
 * What one condition says of one answer: three-valued, with the actual value and where it was seen.
 */
public sealed interface Judgement {

  /** The condition holds; {@code actual} is what was observed, for the case that it is negated. */
  record Holds(String actual, Evidence evidence) implements Judgement {}

  /**
   * The condition is violated.
   *
   * @param findings each violation; at least one
   */
  record Violated(List<Finding> findings) implements Judgement {
    public Violated {
      findings = List.copyOf(findings);
      if (findings.isEmpty()) {
        throw new IllegalArgumentException("findings must not be empty");
      }
    }
  }

  /** Nobody could look; {@code why} says what kept them. */
  record Undetermined(String why) implements Judgement {}

  /** Return the judgement that the condition holds. */
  static Judgement holds(String actual, Evidence evidence) {
    return new Holds(actual, evidence);
  }

  /** Return the judgement that the condition is violated in this one way. */
  static Judgement violated(Finding finding) {
    return new Violated(List.of(finding));
  }

  /** Return the judgement that nobody could look, and why. */
  static Judgement undetermined(String why) {
    return new Undetermined(why);
  }

  /** Return holds or violated, with what was expected and what was observed. */
  static Judgement of(boolean holds, String expected, String actual, Evidence evidence) {
    return holds ? holds(actual, evidence) : violated(Finding.of(expected, actual, evidence));
  }

  /** Return the outcome that this judgement leads to. */
  default Outcome outcome() {
    if (this instanceof Holds) {
      return Outcome.PASSED;
    }
    return this instanceof Violated ? Outcome.FAILED : Outcome.UNDETERMINED;
  }

  /** Return the findings; empty unless violated. */
  default List<Finding> findings() {
    return this instanceof Violated violated ? violated.findings() : List.of();
  }
}

package org.seatrial.check;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.seatrial.check.Answer.Unknown;

/**
 * What one condition says of one answer: three-valued, with the actual value and where it was seen.
 */
public sealed interface Judgement {

  /** The condition holds; {@code actual} is what was observed, for the case that it is negated. */
  record Holds(String actual, Evidence evidence) implements Judgement {
    public Holds {
      requireNonNull(actual, "actual must not be null");
      requireNonNull(evidence, "evidence must not be null");
    }
  }

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

  /**
   * Nobody could look.
   *
   * @param why what kept them from looking
   * @param cause what was thrown, if that is why
   */
  record Undetermined(String why, Optional<Throwable> cause) implements Judgement {
    public Undetermined {
      requireNonNull(why, "why must not be null");
      requireNonNull(cause, "cause must not be null");
    }
  }

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
    return new Undetermined(why, Optional.empty());
  }

  /** Return the judgement that follows from an answer which nobody could give. */
  static Judgement undetermined(Unknown<?> answer) {
    return new Undetermined(answer.why(), answer.cause());
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

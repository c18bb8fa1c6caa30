package org.seatrial.check;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.seatrial.check.Judgement.Undetermined;

/**
 * How one condition of a check ended.
 *
 * @param condition the condition's phrase, such as {@code have mode 0640}
 * @param outcome how it ended: as the judgement says, but SKIPPED when nobody looked because
 *     another condition had failed, and PASSED when exceptions allow every finding
 * @param judgement what was observed, also when it passed; why nobody looked, when it was SKIPPED
 */
public record Ruling(String condition, Outcome outcome, Judgement judgement) {

  public Ruling {
    requireNonNull(condition, "condition must not be null");
    requireNonNull(outcome, "outcome must not be null");
    requireNonNull(judgement, "judgement must not be null");
  }

  static Ruling of(String condition, Judgement judgement) {
    return new Ruling(condition, judgement.outcome(), judgement);
  }

  static Ruling skipped(String condition, String why) {
    return new Ruling(condition, Outcome.SKIPPED, Judgement.undetermined(why));
  }

  /** Return the ruling that it passed, because all its findings are allowed. */
  Ruling allowed() {
    return new Ruling(condition, Outcome.PASSED, judgement);
  }

  /** Return the violations, those that an exception allows among them; often empty. */
  public List<Finding> findings() {
    return judgement.findings();
  }

  /** Return why it is UNDETERMINED or SKIPPED; empty otherwise. */
  public String note() {
    return judgement instanceof Undetermined undetermined ? undetermined.why() : "";
  }

  /** Return what was thrown, if that is why it is UNDETERMINED. */
  public Optional<Throwable> cause() {
    return judgement instanceof Undetermined undetermined ? undetermined.cause() : Optional.empty();
  }
}

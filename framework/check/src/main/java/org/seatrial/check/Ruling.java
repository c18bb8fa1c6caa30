package org.seatrial.check;

import java.util.List;

/**
 * How one condition of a check ended.
 *
 * @param condition the condition's phrase, such as {@code have mode 0640}
 * @param outcome how it ended
 * @param findings the violations; empty unless it FAILED
 * @param note why it is UNDETERMINED or SKIPPED; empty otherwise
 */
public record Ruling(String condition, Outcome outcome, List<Finding> findings, String note) {

  public Ruling {
    findings = List.copyOf(findings);
  }

  static Ruling of(String condition, Judgement judgement) {
    return new Ruling(
        condition,
        judgement.outcome(),
        judgement.findings(),
        judgement instanceof Judgement.Undetermined undetermined ? undetermined.why() : "");
  }

  static Ruling skipped(String condition, String note) {
    return new Ruling(condition, Outcome.SKIPPED, List.of(), note);
  }
}

package org.seatrial.check.value;

import org.seatrial.check.Answer;
import org.seatrial.check.Condition;
import org.seatrial.check.Evidence;
import org.seatrial.check.Facts;
import org.seatrial.check.Finding;
import org.seatrial.check.Judgement;
import org.seatrial.check.Judgement.Holds;
import org.seatrial.check.Judgement.Violated;

/** What a condition says of a value that is within what is looked at. */
record Inner(Judgement judgement) {

  static Inner judge(Condition<? super JsonValue> condition, Answer<JsonValue> value, Facts facts) {
    return new Inner(condition.judge(value, facts));
  }

  /** Return the judgement in the words and with the evidence of the outer condition. */
  Judgement with(String expected, Evidence evidence) {
    if (judgement instanceof Holds holds) {
      return Judgement.holds(holds.actual(), evidence);
    }
    if (judgement instanceof Violated violated) {
      return new Violated(
          violated.findings().stream()
              .map(finding -> Finding.of(expected, finding.actual(), evidence))
              .toList());
    }
    return judgement;
  }
}

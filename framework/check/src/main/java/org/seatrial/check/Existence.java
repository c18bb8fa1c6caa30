package org.seatrial.check;

import java.util.ArrayList;
import java.util.List;
import org.seatrial.check.Answer.Absent;
import org.seatrial.check.Answer.Known;
import org.seatrial.check.Answer.Unknown;

/** The two conditions on whether anything is there at all. */
enum Existence implements Condition<Object> {
  EXIST("exist"),
  NOT_EXIST("not exist");

  private final String phrase;

  Existence(String phrase) {
    this.phrase = phrase;
  }

  @Override
  public String phrase() {
    return phrase;
  }

  @Override
  public Judgement judge(Answer<? extends Object> observed, Facts facts) {
    if (observed instanceof Unknown<?> unknown) {
      return Judgement.undetermined(unknown.why());
    }
    if (observed instanceof Absent<?> absent) {
      return Judgement.of(
          this == NOT_EXIST, "to exist", PropertyCondition.NOTHING, absent.evidence());
    }
    Known<?> known = (Known<?>) observed;
    return this == EXIST
        ? Judgement.holds(describe(known.value()), known.evidence())
        : new Judgement.Violated(findings(known));
  }

  /** Return a finding for each element of a collection, or one for anything else. */
  private static List<Finding> findings(Known<?> known) {
    List<Finding> findings = new ArrayList<>();
    if (known.value() instanceof List<?> elements) {
      for (Object element : elements) {
        Known<?> each = element instanceof Known<?> k ? k : new Known<>(element, known.evidence());
        findings.add(
            Finding.of("not to exist", describe(each.value()), each.evidence())
                .about(label(each.value())));
      }
    }
    return findings.isEmpty()
        ? List.of(Finding.of("not to exist", describe(known.value()), known.evidence()))
        : findings;
  }

  static String describe(Object value) {
    if (value instanceof List<?> list) {
      return list.size() + (list.size() == 1 ? " element" : " elements");
    }
    return value instanceof Described described ? described.description() : value.toString();
  }

  static String label(Object value) {
    return value instanceof Described described ? described.label() : value.toString();
  }

  @Override
  public String toString() {
    return phrase;
  }
}

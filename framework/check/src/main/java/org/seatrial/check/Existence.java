package org.seatrial.check;

import java.util.ArrayList;
import java.util.List;
import org.seatrial.check.Answer.Known;

/** The two conditions on whether anything is there at all. */
enum Existence implements Negatable<Object> {
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
    return observed.fold(
        known ->
            known.value() instanceof List<?> elements && elements.isEmpty()
                ? absent(known.evidence())
                : present(known),
        absent -> absent(absent.evidence()),
        Judgement::undetermined);
  }

  private Judgement absent(Evidence evidence) {
    return Judgement.of(
        this == NOT_EXIST, Phrases.infinitive(EXIST), PropertyCondition.NOTHING, evidence);
  }

  private Judgement present(Known<?> known) {
    return this == EXIST
        ? Judgement.holds(describe(known.value()), known.evidence())
        : new Judgement.Violated(findings(known));
  }

  /** Return a finding for each element of a collection, or one for anything else. */
  private static List<Finding> findings(Known<?> known) {
    if (!(known.value() instanceof List<?> elements)) {
      return List.of(unwanted(known));
    }
    List<Finding> findings = new ArrayList<>();
    for (Object element : elements) {
      Known<?> each = element instanceof Known<?> k ? k : new Known<>(element, known.evidence());
      findings.add(unwanted(each).about(label(each.value())));
    }
    return findings;
  }

  private static Finding unwanted(Known<?> known) {
    return Finding.of(Phrases.infinitive(NOT_EXIST), describe(known.value()), known.evidence());
  }

  static String describe(Object value) {
    if (value instanceof List<?> elements) {
      return elements.size() + " found";
    }
    return value instanceof Described described ? described.description() : value.toString();
  }

  static String label(Object value) {
    return value instanceof Described described ? described.label() : value.toString();
  }

  @Override
  public Condition<Object> negated() {
    return this == EXIST ? NOT_EXIST : EXIST;
  }

  @Override
  public String toString() {
    return phrase;
  }
}

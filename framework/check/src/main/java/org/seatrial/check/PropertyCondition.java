package org.seatrial.check;

/** A condition on a value that is there; absence violates it. */
record PropertyCondition<S>(String phrase, String expected, Condition.Look<S> look)
    implements Condition<S> {

  static final String NOTHING = "nothing is there";

  @Override
  public Judgement judge(Answer<? extends S> observed, Facts facts) {
    return observed.fold(
        known -> look.at(known, facts),
        absent -> Judgement.violated(Finding.of(expected, NOTHING, absent.evidence())),
        Judgement::undetermined);
  }

  @Override
  public String toString() {
    return phrase;
  }
}

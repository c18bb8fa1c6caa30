package org.seatrial.check;

import static java.util.Objects.requireNonNull;

/**
 * One violation.
 *
 * @param about the label of what violates: a path, an account; empty stands for the check's own
 *     subject
 * @param expected what must be, in the unit and shape of {@code actual}
 * @param actual what was observed
 * @param evidence where it was observed
 * @param remedy what may mend it, as a sentence; empty when nothing is known
 */
public record Finding(
    String about, String expected, String actual, Evidence evidence, String remedy) {

  public Finding {
    requireNonNull(about, "about must not be null");
    requireNonNull(expected, "expected must not be null");
    requireNonNull(actual, "actual must not be null");
    requireNonNull(evidence, "evidence must not be null");
    requireNonNull(remedy, "remedy must not be null");
  }

  /** Return a finding about the check's own subject, without a remedy. */
  public static Finding of(String expected, String actual, Evidence evidence) {
    return new Finding("", expected, actual, evidence, "");
  }

  /** Return a copy that is about this; a finding that is about something already stays as it is. */
  public Finding about(String label) {
    return about.isEmpty() ? new Finding(label, expected, actual, evidence, remedy) : this;
  }

  /** Return a copy with this remedy. */
  public Finding perhaps(String sentence) {
    return new Finding(about, expected, actual, evidence, sentence);
  }
}

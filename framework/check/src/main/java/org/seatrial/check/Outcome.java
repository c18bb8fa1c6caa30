package org.seatrial.check;

/** How the evaluation of a check, or of one of its conditions, ended. */
public enum Outcome {
  /** It was looked at, and what must be true is true. */
  PASSED,
  /** It was looked at, and what must be true is not. */
  FAILED,
  /** It could not be looked at. Never counts as passed, not under negation either. */
  UNDETERMINED,
  /** It was not looked at, for a reason that is given. */
  SKIPPED
}

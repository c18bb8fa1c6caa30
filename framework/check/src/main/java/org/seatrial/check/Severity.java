package org.seatrial.check;

/** How much a failing check weighs. */
public enum Severity {
  /** A release is blocked when the check fails or is undetermined. */
  MUST,
  /** A failure is reported and blocks nothing. */
  SHOULD,
  /** A failure is worth knowing and blocks nothing. */
  INFO
}

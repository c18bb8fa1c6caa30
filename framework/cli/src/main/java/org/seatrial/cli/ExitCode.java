package org.seatrial.cli;

import org.seatrial.check.Outcome;

/** What the command says to the program that called it. */
final class ExitCode {

  /** Everything that must hold was looked at and holds. */
  static final int PASSED = 0;

  /** Something that must hold does not, or nothing was checked. */
  static final int FAILED = 1;

  /** The arguments are wrong, or there is nowhere to write to. */
  static final int USAGE = 2;

  /** Nothing failed, but something could not be looked at. */
  static final int COULD_NOT_LOOK = 3;

  private ExitCode() {}

  static int of(Outcome outcome) {
    return switch (outcome) {
      case PASSED, SKIPPED -> PASSED;
      case FAILED -> FAILED;
      case UNDETERMINED -> COULD_NOT_LOOK;
    };
  }
}

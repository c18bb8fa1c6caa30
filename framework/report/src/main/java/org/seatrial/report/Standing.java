package org.seatrial.report;

import org.seatrial.check.Outcome;
import org.seatrial.check.Verdict;

/** What a verdict means for a release, and how a console shows it. */
enum Standing {
  PASSED("✔", "32"),
  FAILED("✘", "31"),
  UNDETERMINED("?", "35"),
  /** Failed or undetermined, of a check that need not hold. */
  NOT_BLOCKING("✘", "33"),
  SKIPPED("–", "2");

  private final String symbol;
  private final String colour;

  Standing(String symbol, String colour) {
    this.symbol = symbol;
    this.colour = colour;
  }

  static Standing of(Verdict verdict) {
    return switch (verdict.outcome()) {
      case PASSED -> PASSED;
      case SKIPPED -> SKIPPED;
      case FAILED -> verdict.blocks() ? FAILED : NOT_BLOCKING;
      case UNDETERMINED -> verdict.blocks() ? UNDETERMINED : NOT_BLOCKING;
    };
  }

  /**
   * Return the character that stands for the verdict; a question mark whenever nobody could look.
   */
  String symbol(Outcome outcome) {
    return outcome == Outcome.UNDETERMINED ? UNDETERMINED.symbol : symbol;
  }

  /** Return the parameter of the ANSI sequence that selects the colour. */
  String colour() {
    return colour;
  }
}

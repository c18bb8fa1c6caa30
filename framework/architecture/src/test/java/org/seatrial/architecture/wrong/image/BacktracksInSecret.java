package org.seatrial.architecture.wrong.image;

/** Wrong: the same, without an import. */
final class BacktracksInSecret {
  boolean matches(String text) {
    return text.matches("(a+)+b");
  }
}

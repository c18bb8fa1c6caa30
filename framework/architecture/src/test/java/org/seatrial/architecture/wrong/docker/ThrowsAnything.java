package org.seatrial.architecture.wrong.docker;

/** Wrong: nobody can tell this error from another. */
final class ThrowsAnything {
  void fail() {
    throw new RuntimeException("why?");
  }
}

package org.seatrial.architecture.wrong.check;

/** Wrong: a test could not choose how long it took. */
final class MeasuresByItself {
  long now() {
    return System.nanoTime();
  }
}

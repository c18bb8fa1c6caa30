package org.seatrial.architecture.wrong.image;

/** Wrong: state that all threads and all tests share. */
final class Counts {
  private static int calls;

  private final int number = ++calls;

  @Override
  public String toString() {
    return "call " + number;
  }
}

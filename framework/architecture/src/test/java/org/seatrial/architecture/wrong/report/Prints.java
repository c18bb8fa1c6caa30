package org.seatrial.architecture.wrong.report;

/** Wrong: the output of a library belongs to its user. */
final class Prints {
  void print() {
    System.out.println("done");
  }
}

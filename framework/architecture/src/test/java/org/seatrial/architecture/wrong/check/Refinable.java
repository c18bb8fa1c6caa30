package org.seatrial.architecture.wrong.check;

/** Right: an error may be thrown as it is, and refined. */
public class Refinable extends IllegalStateException {
  private static final long serialVersionUID = 1L;
}

package org.seatrial.deployment.probe;

import org.seatrial.check.Printable;

/** A tool of the place printed what it never prints. The message names what came. */
final class GarbledException extends Exception {

  private static final long serialVersionUID = 1L;

  GarbledException(String message) {
    super(Printable.of(message));
  }

  /** Return the exception for bytes that are not what was expected. */
  static GarbledException of(String expected, byte[] bytes, int start) {
    int end = Math.min(bytes.length, start + 80);
    String came =
        start >= bytes.length
            ? "the end came"
            : Printable.quoted(RawNames.decode(bytes, start, end)) + " came";
    return new GarbledException(expected + " was expected, but " + came);
  }
}

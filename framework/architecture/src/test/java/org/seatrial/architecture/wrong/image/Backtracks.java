package org.seatrial.architecture.wrong.image;

import java.util.regex.Pattern;

/** Wrong: text of an image could keep it busy for ever. */
final class Backtracks {
  private final Pattern pattern = Pattern.compile("(a+)+b");

  @Override
  public String toString() {
    return pattern.pattern();
  }
}

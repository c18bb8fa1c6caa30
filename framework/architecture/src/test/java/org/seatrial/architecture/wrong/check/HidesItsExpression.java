package org.seatrial.architecture.wrong.check;

import com.google.re2j.Pattern;

/** Right: nobody outside sees the class. */
final class HidesItsExpression {
  public Pattern pattern() {
    return Pattern.compile("a+");
  }
}

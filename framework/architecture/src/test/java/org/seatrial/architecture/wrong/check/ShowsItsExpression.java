package org.seatrial.architecture.wrong.check;

import com.google.re2j.Pattern;

/** Wrong: users would have to know the library of expressions. */
public final class ShowsItsExpression {
  private final Pattern pattern = Pattern.compile("a+");

  public Pattern pattern() {
    return pattern;
  }
}

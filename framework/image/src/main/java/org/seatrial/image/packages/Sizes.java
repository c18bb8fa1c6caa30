package org.seatrial.image.packages;

import java.util.OptionalLong;

/** Sizes as packages state them: anything may stand there. */
final class Sizes {

  /** The most digits that are a size; any number of them fits with the unit. */
  private static final int DIGITS = 15;

  private Sizes() {}

  /** Return the size in bytes, empty when the text is no number of this unit. */
  static OptionalLong parse(String text, int unit) {
    boolean isNumber =
        !text.isEmpty() && text.length() <= DIGITS && Digits.end(text, 0) == text.length();
    return isNumber ? OptionalLong.of(Long.parseLong(text) * unit) : OptionalLong.empty();
  }
}

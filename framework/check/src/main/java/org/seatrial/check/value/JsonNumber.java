package org.seatrial.check.value;

import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.util.Optional;
import org.seatrial.check.Answer;
import org.seatrial.check.Evidence;
import org.seatrial.check.Printable;

/** Numbers as JSON and people write them, read without loss and within bounds. */
final class JsonNumber {

  private static final Pattern JSON =
      Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");

  /** What is read of text: also a plus, zeros in front, and no digit before or after the point. */
  private static final Pattern TEXT =
      Pattern.compile("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");

  /** The most characters of a number: the time to read one grows with their square. */
  private static final int LENGTH = 1_000;

  private static final int SHOWN = 80;

  private JsonNumber() {}

  static boolean isNumber(String word) {
    return JSON.matches(word);
  }

  /** Return the number that the value is, or that its text is, spaces around it aside. */
  static Answer<BigDecimal> in(JsonValue value) {
    if (value.kind() != JsonValue.Kind.NUMBER && value.kind() != JsonValue.Kind.STRING) {
      return Answer.unknown("no number can be read: " + value.description());
    }
    String text = value.text().strip();
    return text.length() > LENGTH
        ? Answer.unknown("the number has " + text.length() + " digits, more than are read")
        : read(text)
            .<Answer<BigDecimal>>map(number -> new Answer.Known<>(number, Evidence.none()))
            .orElseGet(() -> Answer.unknown("no number can be read: " + value.description()));
  }

  private static Optional<BigDecimal> read(String text) {
    if (!TEXT.matches(text)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new BigDecimal(text));
    } catch (NumberFormatException e) {
      // The exponent has more than 32 bits.
      return Optional.empty();
    }
  }

  /**
   * Return the number that a condition is written with.
   *
   * @throws IllegalArgumentException when it is not finite
   */
  static BigDecimal of(Number number) {
    return read(number.toString())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "number must be finite, but was "
                        + Printable.of(String.valueOf(number), SHOWN)));
  }
}

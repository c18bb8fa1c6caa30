package org.seatrial.check;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HexFormat;

/**
 * Makes text from an image fit to be shown: control characters, invalid bytes, characters that turn
 * the direction of a line and spaces that only look like one are escaped, and long text is cut with
 * a note of what is missing. What is printable already stays as it is, backslashes too: to make
 * text printable twice changes nothing.
 */
public final class Printable {

  /** The most characters that are shown of one value. */
  public static final int LIMIT = 2_000;

  /** The most that are shown of a quoted one, which is shown within another. */
  private static final int QUOTED = 900;

  /** What the note of what is missing may take. */
  private static final int NOTE = 30;

  private static final HexFormat HEX = HexFormat.of();

  private Printable() {}

  /** Return the text with everything unprintable escaped, {@link #LIMIT} characters at the most. */
  public static String of(String text) {
    return cut(text, LIMIT, LIMIT - NOTE);
  }

  /**
   * Return the text with everything unprintable escaped, cut after this many characters; the note
   * of what is missing comes on top.
   */
  public static String of(String text, int limit) {
    return cut(text, limit, limit);
  }

  /** Return the text as it is if it needs no more characters than that, else cut after so many. */
  private static String cut(String text, int most, int after) {
    StringBuilder shown = new StringBuilder(Math.min(text.length(), most) + 16);
    int read = 0;
    int written = 0;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      append(shown, point);
      i += Character.charCount(point);
      if (shown.length() > most) {
        shown.setLength(written);
        return shown.append("… (" + (text.length() - read) + " more characters)").toString();
      }
      if (shown.length() <= after) {
        read = i;
        written = shown.length();
      }
    }
    return shown.toString();
  }

  /** Return the text in double quotes, escaped, cut so that it can be shown within another. */
  public static String quoted(String text) {
    return '"' + of(text, QUOTED).replace("\"", "\\\"") + '"';
  }

  /** Return the time in seconds, to the millisecond: {@code 60 s}, {@code 0.25 s}. */
  public static String of(Duration time) {
    return BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
  }

  private static void append(StringBuilder shown, int point) {
    if (point >= ' ' && point <= '~') {
      shown.append((char) point);
    } else if (isUnprintable(point)) {
      shown.append(escaped(point));
    } else {
      shown.appendCodePoint(point);
    }
  }

  private static String escaped(int point) {
    if (point >= 0xDC80 && point <= 0xDCFF) {
      // A byte that is no valid UTF-8, kept as a lone surrogate by the readers of names.
      return "\\x" + HEX.toHexDigits((byte) point);
    }
    return switch (point) {
      case '\n' -> "\\n";
      case '\t' -> "\\t";
      case '\r' -> "\\r";
      default ->
          point > 0xFFFF
              ? "\\u{" + Integer.toHexString(point) + "}"
              : "\\u" + HEX.toHexDigits((char) point);
    };
  }

  private static boolean isUnprintable(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SPACE_SEPARATOR,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }
}

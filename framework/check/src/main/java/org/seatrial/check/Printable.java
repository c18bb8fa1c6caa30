package org.seatrial.check;

/**
 * Makes text from an image fit to be shown: control characters, invalid bytes and characters that
 * turn the direction of a line are escaped, and long text is cut with a note of what is missing.
 */
public final class Printable {

  /** The most characters that are shown of one value. */
  public static final int LIMIT = 2_000;

  private Printable() {}

  /** Return the text with everything unprintable escaped, cut after {@link #LIMIT} characters. */
  public static String of(String text) {
    return of(text, LIMIT);
  }

  /** Return the text with everything unprintable escaped, cut after this many characters. */
  public static String of(String text, int limit) {
    StringBuilder shown = new StringBuilder(Math.min(text.length(), limit) + 16);
    int end = Math.min(text.length(), limit);
    for (int i = 0; i < end; ) {
      int point = text.codePointAt(i);
      append(shown, point);
      i += Character.charCount(point);
    }
    if (end < text.length()) {
      shown.append("… (").append(text.length() - end).append(" more characters)");
    }
    return shown.toString();
  }

  /** Return the text in double quotes, escaped, cut after {@link #LIMIT} characters. */
  public static String quoted(String text) {
    return '"' + of(text).replace("\"", "\\\"") + '"';
  }

  private static void append(StringBuilder shown, int point) {
    if (point == '\n') {
      shown.append("\\n");
    } else if (point == '\t') {
      shown.append("\\t");
    } else if (point == '\r') {
      shown.append("\\r");
    } else if (point >= 0xDC80 && point <= 0xDCFF) {
      // A byte that is no valid UTF-8, kept as a lone surrogate by the readers of names.
      shown.append(String.format("\\x%02x", point - 0xDC00));
    } else if (isUnprintable(point)) {
      shown.append(String.format("\\u%04x", point));
    } else {
      shown.appendCodePoint(point);
    }
  }

  private static boolean isUnprintable(int point) {
    int type = Character.getType(point);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.UNASSIGNED;
  }
}

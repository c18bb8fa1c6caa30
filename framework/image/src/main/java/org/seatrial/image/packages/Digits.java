package org.seatrial.image.packages;

/** ASCII digits and letters, whatever the locale, and numbers of any length. */
final class Digits {

  private Digits() {}

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** Return where the digits that start at {@code from} end. */
  static int end(String text, int from) {
    int end = from;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Compare two runs of digits as numbers, without a limit; an empty run is zero. */
  static int compare(String first, String second) {
    String a = withoutZeros(first);
    String b = withoutZeros(second);
    return a.length() == b.length() ? a.compareTo(b) : Integer.compare(a.length(), b.length());
  }

  private static String withoutZeros(String digits) {
    int from = 0;
    while (from < digits.length() && digits.charAt(from) == '0') {
      from++;
    }
    return digits.substring(from);
  }
}

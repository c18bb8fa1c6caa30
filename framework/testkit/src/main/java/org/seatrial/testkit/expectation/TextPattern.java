package org.seatrial.testkit.expectation;

/** Tells texts that are alike, but for what {@code …} stands for: any characters, or none. */
final class TextPattern {

  private static final char ANY = '…';

  private TextPattern() {}

  /** Tell whether the whole text is as the pattern says. Goes back to the last {@code …} only. */
  static boolean matches(String pattern, String text) {
    int p = 0;
    int t = 0;
    int any = -1;
    int resume = 0;
    while (t < text.length()) {
      if (p < pattern.length() && pattern.charAt(p) == ANY) {
        any = p++;
        resume = t;
      } else if (p < pattern.length() && pattern.charAt(p) == text.charAt(t)) {
        p++;
        t++;
      } else if (any >= 0) {
        p = any + 1;
        t = ++resume;
      } else {
        return false;
      }
    }
    return pattern.substring(p).chars().allMatch(c -> c == ANY);
  }
}

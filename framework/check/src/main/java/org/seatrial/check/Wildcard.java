package org.seatrial.check;

/**
 * Matches text against a pattern in which {@code *} stands for any characters, {@code ?} for one,
 * {@code [a-z]} and {@code [!a-z]} for one of a set, and {@code \} takes the special meaning from
 * the next. Looks back at the last {@code *} only, so that the time is bounded by the product of
 * both lengths.
 */
public final class Wildcard {

  private Wildcard() {}

  /** Tell whether the whole name matches the pattern. */
  public static boolean matches(String pattern, String name) {
    int p = 0;
    int n = 0;
    int star = -1;
    int resume = 0;
    while (n < name.length()) {
      int next =
          p < pattern.length() && pattern.charAt(p) != '*' ? one(pattern, p, name.charAt(n)) : -1;
      if (next > 0) {
        p = next;
        n++;
      } else if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        resume = n;
      } else if (star >= 0) {
        p = star + 1;
        n = ++resume;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }

  /** Return where the pattern goes on if its part at {@code p} takes the character, else -1. */
  private static int one(String pattern, int p, char c) {
    char first = pattern.charAt(p);
    if (first == '?') {
      return p + 1;
    }
    if (first == '[') {
      int end = pattern.indexOf(']', p + (pattern.startsWith("[!", p) ? 3 : 2));
      return end < 0 ? (c == '[' ? p + 1 : -1) : (inSet(pattern, p + 1, end, c) ? end + 1 : -1);
    }
    if (first == '\\' && p + 1 < pattern.length()) {
      return pattern.charAt(p + 1) == c ? p + 2 : -1;
    }
    return first == c ? p + 1 : -1;
  }

  private static boolean inSet(String pattern, int start, int end, char c) {
    boolean negated = pattern.charAt(start) == '!';
    boolean found = false;
    for (int i = negated ? start + 1 : start; i < end; i++) {
      if (i + 2 < end && pattern.charAt(i + 1) == '-') {
        found |= pattern.charAt(i) <= c && c <= pattern.charAt(i + 2);
        i += 2;
      } else {
        found |= pattern.charAt(i) == c;
      }
    }
    return found != negated;
  }
}

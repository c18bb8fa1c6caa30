package org.seatrial.check;

import java.util.List;

/**
 * Matches text against a pattern in which {@code *} stands for any characters, {@code ?} for one,
 * {@code [a-z]} and {@code [!a-z]} for one of a set, and {@code \} takes the special meaning from
 * the next. A character is a code point; a {@code [} without its {@code ]} stands for itself. The
 * time is bounded by the product of both lengths.
 */
public final class Wildcard {

  /** The element of a path pattern that stands for any number of elements. */
  public static final String ANY_ELEMENTS = "**";

  private Wildcard() {}

  /** Tell whether the whole name matches the pattern. */
  public static boolean matches(String pattern, String name) {
    int p = 0;
    int n = 0;
    int star = -1;
    int resume = 0;
    while (n < name.length()) {
      int next = one(pattern, p, name.codePointAt(n));
      if (next > 0) {
        p = next;
        n += Character.charCount(name.codePointAt(n));
      } else if (isStar(pattern, p)) {
        star = p++;
        resume = n;
      } else if (star >= 0) {
        // The last * takes one more: to go back to an earlier one could never help.
        p = star + 1;
        resume += Character.charCount(name.codePointAt(resume));
        n = resume;
      } else {
        return false;
      }
    }
    while (isStar(pattern, p)) {
      p++;
    }
    return p == pattern.length();
  }

  /**
   * Tell whether the elements of a path match those of a pattern, each by {@link #matches} but for
   * {@link #ANY_ELEMENTS}: it stands for any number of elements, for at least one when it is last.
   */
  public static boolean matchesAll(List<String> pattern, List<String> names) {
    // After each element of the pattern: which numbers of names it and those before can match.
    boolean[] matched = new boolean[names.size() + 1];
    matched[0] = true;
    for (int i = 0; i < pattern.size(); i++) {
      String element = pattern.get(i);
      matched =
          element.equals(ANY_ELEMENTS)
              ? anyElements(matched, i == pattern.size() - 1)
              : oneElement(element, names, matched);
    }
    return matched[names.size()];
  }

  private static boolean[] anyElements(boolean[] before, boolean last) {
    boolean[] after = new boolean[before.length];
    boolean reached = false;
    for (int n = 0; n < before.length; n++) {
      after[n] = reached || (before[n] && !last);
      reached |= before[n];
    }
    return after;
  }

  private static boolean[] oneElement(String element, List<String> names, boolean[] before) {
    boolean[] after = new boolean[before.length];
    for (int n = 0; n < names.size(); n++) {
      after[n + 1] = before[n] && matches(element, names.get(n));
    }
    return after;
  }

  /**
   * Return the text that a pattern stands for when it has no wildcard, without its backslashes.
   *
   * @param pattern one for which {@link #isLiteral} holds
   */
  public static String literal(String pattern) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      boolean escapes = pattern.charAt(i) == '\\' && i + 1 < pattern.length();
      text.append(pattern.charAt(escapes ? ++i : i));
    }
    return text.toString();
  }

  /** Tell whether the pattern has no wildcard. */
  public static boolean isLiteral(String pattern) {
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '*' || c == '?' || c == '[') {
        return false;
      }
    }
    return true;
  }

  private static boolean isStar(String pattern, int p) {
    return p < pattern.length() && pattern.charAt(p) == '*';
  }

  /** Return where the pattern goes on if its part at {@code p} takes the character, else -1. */
  private static int one(String pattern, int p, int point) {
    if (p == pattern.length() || isStar(pattern, p)) {
      return -1;
    }
    int first = pattern.codePointAt(p);
    int end = first == '[' ? endOfSet(pattern, p) : -1;
    if (end > 0) {
      return inSet(pattern, p + 1, end, point) ? end + 1 : -1;
    }
    int width = Character.charCount(first);
    if (first == '\\' && p + 1 < pattern.length()) {
      first = pattern.codePointAt(p + 1);
      width = 1 + Character.charCount(first);
    } else if (first == '?') {
      return p + 1;
    }
    return first == point ? p + width : -1;
  }

  /** Return where the set's closing bracket is, or -1; right after the opening it is a member. */
  private static int endOfSet(String pattern, int p) {
    return pattern.indexOf(']', p + (pattern.startsWith("[!", p) ? 3 : 2));
  }

  private static boolean inSet(String pattern, int start, int end, int point) {
    boolean negated = pattern.charAt(start) == '!';
    boolean found = false;
    int i = negated ? start + 1 : start;
    while (i < end) {
      int low = pattern.codePointAt(i);
      i += Character.charCount(low);
      int high = low;
      if (i + 1 < end && pattern.charAt(i) == '-') {
        high = pattern.codePointAt(i + 1);
        i += 1 + Character.charCount(high);
      }
      found |= low <= point && point <= high;
    }
    return found != negated;
  }
}

package org.seatrial.image.packages;

import java.util.List;

/**
 * The order of Alpine's versions, {@code digit{.digit}[letter]{_suffix[number]}[~hash][-rN]}, as
 * apk-tools 3 orders them: part by part; where the parts are of different kinds, the one that goes
 * on with the earlier kind is newer, unless it goes on with a suffix that comes before a release.
 */
final class AlpineVersions {

  /** The kinds of parts, in the order in which they may follow each other. */
  private enum Kind {
    FIRST_NUMBER,
    NUMBER,
    LETTER,
    SUFFIX,
    SUFFIX_NUMBER,
    HASH,
    REVISION,
    END,
    INVALID
  }

  private static final List<String> SUFFIXES =
      List.of("alpha", "beta", "pre", "rc", "cvs", "svn", "git", "hg", "p");

  /** Suffixes below this index come before the release that they are of. */
  private static final int FIRST_AFTER_RELEASE = SUFFIXES.indexOf("cvs");

  private final String text;
  private int at;
  private Kind kind = Kind.FIRST_NUMBER;
  private String part = "";

  private AlpineVersions(String text) {
    this.text = text;
    number(Kind.FIRST_NUMBER);
  }

  static int compare(String first, String second) {
    AlpineVersions a = new AlpineVersions(first);
    AlpineVersions b = new AlpineVersions(second);
    while (a.kind == b.kind && a.kind.compareTo(Kind.END) < 0) {
      int order = a.comparePart(b);
      if (order != 0) {
        return order;
      }
      a.next();
      b.next();
    }
    if (a.kind == b.kind) {
      return 0;
    }
    if (a.isBeforeRelease() || b.isBeforeRelease()) {
      return a.isBeforeRelease() ? -1 : 1;
    }
    return b.kind.compareTo(a.kind);
  }

  private int comparePart(AlpineVersions other) {
    return switch (kind) {
      // A number with a leading zero counts as the digits behind a point.
      case NUMBER ->
          part.startsWith("0") || other.part.startsWith("0")
              ? part.compareTo(other.part)
              : Digits.compare(part, other.part);
      case FIRST_NUMBER, SUFFIX_NUMBER, REVISION -> Digits.compare(part, other.part);
      case SUFFIX -> Integer.compare(SUFFIXES.indexOf(part), SUFFIXES.indexOf(other.part));
      default -> part.compareTo(other.part);
    };
  }

  private boolean isBeforeRelease() {
    return kind == Kind.SUFFIX && SUFFIXES.indexOf(part) < FIRST_AFTER_RELEASE;
  }

  private void next() {
    if (at == text.length()) {
      kind = Kind.END;
      return;
    }
    switch (text.charAt(at)) {
      case '.' -> {
        at++;
        number(allowed(Kind.NUMBER) ? Kind.NUMBER : Kind.INVALID);
      }
      case '_' -> {
        int end = endOfWord(at + 1, "abcdefghijklmnopqrstuvwxyz");
        boolean known = SUFFIXES.contains(text.substring(at + 1, end));
        take(Kind.SUFFIX, at + 1, end, known && allowed(Kind.SUFFIX_NUMBER));
      }
      case '~' -> {
        int end = endOfWord(at + 1, "0123456789abcdefABCDEF");
        take(Kind.HASH, at + 1, end, end > at + 1 && allowed(Kind.SUFFIX_NUMBER));
      }
      case '-' -> revision();
      default -> numberOrLetter(text.charAt(at));
    }
  }

  private void revision() {
    boolean valid = text.startsWith("-r", at) && allowed(Kind.HASH);
    at += valid ? 2 : 1;
    number(valid ? Kind.REVISION : Kind.INVALID);
  }

  private void numberOrLetter(char c) {
    if (Digits.isDigit(c)) {
      number(kind == Kind.SUFFIX ? Kind.SUFFIX_NUMBER : Kind.INVALID);
    } else {
      take(Kind.LETTER, at, at + 1, c >= 'a' && c <= 'z' && allowed(Kind.NUMBER));
    }
  }

  /** Tell whether no part later than of this kind has come yet. */
  private boolean allowed(Kind latest) {
    return kind.compareTo(latest) <= 0;
  }

  private void number(Kind expected) {
    int end = Digits.end(text, at);
    take(expected, at, end, end > at);
  }

  private void take(Kind expected, int from, int to, boolean valid) {
    kind = valid ? expected : Kind.INVALID;
    part = text.substring(from, to);
    at = to;
  }

  private int endOfWord(int from, String characters) {
    int end = from;
    while (end < text.length() && characters.indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    return end;
  }
}

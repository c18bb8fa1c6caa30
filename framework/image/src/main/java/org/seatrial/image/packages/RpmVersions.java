package org.seatrial.image.packages;

/**
 * The order of rpm's versions, as rpm's manual describes it (rpm-version, "Comparison"): epoch, a
 * missing one being 0, then version, then release where both have one; each is compared segment by
 * segment.
 */
final class RpmVersions {

  private final String epoch;
  private final String version;
  private final String release;

  private RpmVersions(String text) {
    int colon = Digits.end(text, 0);
    boolean hasEpoch = colon < text.length() && text.charAt(colon) == ':';
    this.epoch = hasEpoch ? text.substring(0, colon) : "";
    String rest = hasEpoch ? text.substring(colon + 1) : text;
    int hyphen = rest.lastIndexOf('-');
    this.version = hyphen < 0 ? rest : rest.substring(0, hyphen);
    this.release = hyphen < 0 ? "" : rest.substring(hyphen + 1);
  }

  static int compare(String first, String second) {
    RpmVersions a = new RpmVersions(first);
    RpmVersions b = new RpmVersions(second);
    int order = Digits.compare(a.epoch, b.epoch);
    if (order == 0) {
      order = compareSegments(a.version, b.version);
    }
    return order != 0 || a.release.isEmpty() || b.release.isEmpty()
        ? order
        : compareSegments(a.release, b.release);
  }

  private static int compareSegments(String first, String second) {
    Segments a = new Segments(first);
    Segments b = new Segments(second);
    while (true) {
      char kind = a.next();
      char other = b.next();
      if (kind != other) {
        return Integer.compare(rank(kind), rank(other));
      }
      if (kind == Segments.END) {
        return 0;
      }
      int order =
          kind == Segments.NUMBER
              ? Digits.compare(a.segment(), b.segment())
              : a.segment().compareTo(b.segment());
      if (order != 0) {
        return order;
      }
    }
  }

  /**
   * Return the order of what can come next: a tilde is older than the end, a caret is newer than
   * the end but older than a further segment, and a number is newer than letters.
   */
  private static int rank(char kind) {
    return switch (kind) {
      case Segments.TILDE -> 0;
      case Segments.END -> 1;
      case Segments.CARET -> 2;
      case Segments.LETTERS -> 3;
      default -> 4;
    };
  }

  /** The segments of a version; whatever is no letter, digit, tilde or caret only divides them. */
  private static final class Segments {

    static final char END = 0;
    static final char NUMBER = '0';
    static final char LETTERS = 'a';
    static final char TILDE = '~';
    static final char CARET = '^';

    private final String text;
    private int from;
    private int to;

    Segments(String text) {
      this.text = text;
    }

    /** Go to the next segment and return its kind. */
    char next() {
      from = to;
      while (from < text.length() && kind(text.charAt(from)) == END) {
        from++;
      }
      to = from;
      if (from == text.length()) {
        return END;
      }
      char kind = kind(text.charAt(from));
      to++;
      while (kind != TILDE
          && kind != CARET
          && to < text.length()
          && kind(text.charAt(to)) == kind) {
        to++;
      }
      return kind;
    }

    String segment() {
      return text.substring(from, to);
    }

    private static char kind(char c) {
      if (Digits.isDigit(c)) {
        return NUMBER;
      }
      if (Digits.isLetter(c)) {
        return LETTERS;
      }
      return c == TILDE || c == CARET ? c : END;
    }
  }
}

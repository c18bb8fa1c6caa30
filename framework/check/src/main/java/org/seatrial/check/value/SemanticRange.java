package org.seatrial.check.value;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.seatrial.check.Printable;

/**
 * Which semantic versions are meant: alternatives, each of comparisons that all must hold. As
 * goss's semver-constraint has it, and {@code ^}, {@code ~} and versions in part as npm has them.
 */
final class SemanticRange {

  /** The most characters of a range that are read. */
  private static final int LENGTH = 1_000;

  private static final String PART = "(0|[1-9][0-9]*|[xX*])";

  private static final Pattern COMPARISON =
      Pattern.compile(
          "(\\^|~|==?|!=?|>=?|<=?)?\\s*"
              + PART
              + "(?:\\."
              + PART
              + ")?(?:\\."
              + PART
              + SemanticVersion.TAIL
              + ")?(?:[\\s,]+|$)");

  private final List<List<Predicate<SemanticVersion>>> alternatives;

  private SemanticRange(List<List<Predicate<SemanticVersion>>> alternatives) {
    this.alternatives = List.copyOf(alternatives);
  }

  /**
   * Read a range.
   *
   * @throws IllegalArgumentException when it is written otherwise, or too long
   */
  static SemanticRange parse(String text) {
    List<List<Predicate<SemanticVersion>>> alternatives = new ArrayList<>();
    for (int from = 0; from <= text.length() && text.length() <= LENGTH; ) {
      int bars = text.indexOf("||", from);
      int to = bars < 0 ? text.length() : bars;
      alternatives.add(comparisons(text, text.substring(from, to).strip()));
      from = bars < 0 ? text.length() + 1 : bars + 2;
    }
    if (alternatives.isEmpty()) {
      throw wrong(text);
    }
    return new SemanticRange(alternatives);
  }

  boolean contains(SemanticVersion version) {
    return alternatives.stream()
        .anyMatch(all -> all.stream().allMatch(comparison -> comparison.test(version)));
  }

  private static List<Predicate<SemanticVersion>> comparisons(String range, String text) {
    List<Predicate<SemanticVersion>> comparisons = new ArrayList<>();
    Matcher matcher = COMPARISON.matcher(text);
    int from = 0;
    while (from < text.length() && matcher.find(from) && matcher.start() == from) {
      comparisons.add(comparison(range, matcher));
      from = matcher.end();
    }
    if (comparisons.isEmpty() || from < text.length()) {
      throw wrong(range);
    }
    return comparisons;
  }

  private static Predicate<SemanticVersion> comparison(String range, Matcher matcher) {
    String operator = matcher.group(1) == null ? "=" : matcher.group(1);
    List<BigInteger> given = new ArrayList<>();
    for (int i = 2; i <= 4 && isNumber(matcher.group(i)); i++) {
      given.add(new BigInteger(matcher.group(i)));
    }
    for (int i = given.size() + 2; i <= 4; i++) {
      // A number behind a wildcard, such as 1.x.3, means nothing; nor does a pre-release.
      if (isNumber(matcher.group(i)) || matcher.group(5) != null) {
        throw wrong(range);
      }
    }
    if (given.isEmpty()) {
      if (!operator.equals("=")) {
        throw wrong(range);
      }
      return version -> true;
    }
    return new Partial(given, SemanticVersion.identifiers(matcher.group(5))).compared(operator);
  }

  private static boolean isNumber(@Nullable String part) {
    return part != null && Character.isDigit(part.charAt(0));
  }

  private static IllegalArgumentException wrong(String text) {
    return new IllegalArgumentException(
        "range must be one such as \">=1.2.3 <2 || ^3.1\", but was " + Printable.quoted(text));
  }

  /** A version of which at least the major number is given; what is not given stands for all. */
  private record Partial(List<BigInteger> given, List<String> preRelease) {

    Predicate<SemanticVersion> compared(String operator) {
      SemanticVersion from = new SemanticVersion(filled(given), preRelease);
      boolean whole = given.size() == 3;
      SemanticVersion behind = whole ? from : bumped(given.size() - 1);
      return switch (operator) {
        case ">=" -> version -> version.compareTo(from) >= 0;
        case "<" -> version -> version.compareTo(from) < 0;
        case ">" -> version -> whole ? version.compareTo(from) > 0 : version.compareTo(behind) >= 0;
        case "<=" ->
            version -> whole ? version.compareTo(from) <= 0 : version.compareTo(behind) < 0;
        case "^" -> within(from, bumped(firstThatCounts()).firstPreRelease());
        case "~" -> within(from, bumped(Math.min(1, given.size() - 1)).firstPreRelease());
        case "!", "!=" -> equal(from, behind).negate();
        default -> equal(from, behind);
      };
    }

    private Predicate<SemanticVersion> equal(SemanticVersion from, SemanticVersion behind) {
      return given.size() == 3 ? version -> version.compareTo(from) == 0 : within(from, behind);
    }

    private static Predicate<SemanticVersion> within(SemanticVersion from, SemanticVersion behind) {
      return version -> version.compareTo(from) >= 0 && version.compareTo(behind) < 0;
    }

    /** Return the index of the first number that is not 0, or of the last one. */
    private int firstThatCounts() {
      int index = 0;
      while (index < given.size() - 1 && given.get(index).signum() == 0) {
        index++;
      }
      return index;
    }

    /** Return the version that follows all that begin with the numbers up to this one. */
    private SemanticVersion bumped(int index) {
      List<BigInteger> numbers = new ArrayList<>(given.subList(0, index));
      numbers.add(given.get(index).add(BigInteger.ONE));
      return new SemanticVersion(filled(numbers), List.of());
    }

    private static List<BigInteger> filled(List<BigInteger> numbers) {
      List<BigInteger> filled = new ArrayList<>(numbers);
      while (filled.size() < 3) {
        filled.add(BigInteger.ZERO);
      }
      return filled;
    }
  }
}

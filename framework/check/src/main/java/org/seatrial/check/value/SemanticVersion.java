package org.seatrial.check.value;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A version by Semantic Versioning 2.0.0; what is built of it does not count.
 *
 * @param numbers major, minor and patch
 * @param preRelease the identifiers of a pre-release; empty for a release
 */
record SemanticVersion(List<BigInteger> numbers, List<String> preRelease)
    implements Comparable<SemanticVersion> {

  /** The most characters of a version that are read. */
  private static final int LENGTH = 256;

  /** A number without zeros in front. */
  static final String NUMBER = "(0|[1-9][0-9]*)";

  /** A pre-release and what it was built of, each optional. */
  static final String TAIL =
      "(?:-((?:0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)"
          + "(?:\\.(?:0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*))*))?"
          + "(?:\\+[0-9a-zA-Z-]+(?:\\.[0-9a-zA-Z-]+)*)?";

  private static final Pattern VERSION =
      Pattern.compile(NUMBER + "\\." + NUMBER + "\\." + NUMBER + TAIL);

  SemanticVersion {
    numbers = List.copyOf(numbers);
    preRelease = List.copyOf(preRelease);
  }

  /** Read a version, all three numbers of it; empty when the text is none, or too long. */
  static Optional<SemanticVersion> parse(String text) {
    Matcher matcher = VERSION.matcher(text);
    if (text.length() > LENGTH || !matcher.matches()) {
      return Optional.empty();
    }
    List<BigInteger> numbers =
        List.of(
            new BigInteger(matcher.group(1)),
            new BigInteger(matcher.group(2)),
            new BigInteger(matcher.group(3)));
    return Optional.of(new SemanticVersion(numbers, identifiers(matcher.group(4))));
  }

  /** Return the identifiers between the dots of a pre-release; null has none. */
  static List<String> identifiers(@Nullable String preRelease) {
    List<String> identifiers = new ArrayList<>();
    int length = preRelease == null ? -1 : preRelease.length();
    for (int from = 0; preRelease != null && from <= length; ) {
      int dot = preRelease.indexOf('.', from);
      int to = dot < 0 ? length : dot;
      identifiers.add(preRelease.substring(from, to));
      from = to + 1;
    }
    return identifiers;
  }

  /** Return the first pre-release of the same version: nothing of it is below. */
  SemanticVersion firstPreRelease() {
    return new SemanticVersion(numbers, List.of("0"));
  }

  @Override
  public int compareTo(SemanticVersion other) {
    for (int i = 0; i < numbers.size(); i++) {
      int order = numbers.get(i).compareTo(other.numbers.get(i));
      if (order != 0) {
        return order;
      }
    }
    if (preRelease.isEmpty() || other.preRelease.isEmpty()) {
      return Boolean.compare(preRelease.isEmpty(), other.preRelease.isEmpty());
    }
    return comparePreReleases(preRelease, other.preRelease);
  }

  private static int comparePreReleases(List<String> one, List<String> other) {
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      int order = compareIdentifiers(one.get(i), other.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(one.size(), other.size());
  }

  /** Numbers are below names, and in the order of numbers; names are in the order of ASCII. */
  private static int compareIdentifiers(String one, String other) {
    boolean number = isNumber(one);
    if (number != isNumber(other)) {
      return number ? -1 : 1;
    }
    return number && one.length() != other.length()
        ? Integer.compare(one.length(), other.length())
        : one.compareTo(other);
  }

  private static boolean isNumber(String identifier) {
    return identifier.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}

package org.seatrial.image.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which versions are meant: one or more bounds that all must hold, such as {@code >= 7.88, < 8}.
 * Each is compared in the order of the package's own system, so {@code <= 7.88} leaves out Debian's
 * {@code 7.88-1}, as it does in Debian's own dependencies.
 */
public final class VersionRange {

  private enum Operator {
    // Two characters first: the first that fits is taken.
    NOT_EQUAL("!="),
    AT_MOST("<="),
    AT_LEAST(">="),
    EQUAL("="),
    BELOW("<"),
    ABOVE(">");

    private final String sign;

    Operator(String sign) {
      this.sign = sign;
    }

    boolean holds(int order) {
      return switch (this) {
        case NOT_EQUAL -> order != 0;
        case AT_MOST -> order <= 0;
        case AT_LEAST -> order >= 0;
        case EQUAL -> order == 0;
        case BELOW -> order < 0;
        case ABOVE -> order > 0;
      };
    }
  }

  private record Bound(Operator operator, String version) {
    @Override
    public String toString() {
      return operator.sign + " " + version;
    }
  }

  private final List<Bound> bounds;

  private VersionRange(List<Bound> bounds) {
    this.bounds = List.copyOf(bounds);
  }

  /**
   * Read a range: bounds with commas between them, each one of {@code = != < <= > >=} and a
   * version.
   *
   * @throws IllegalArgumentException when it is written otherwise
   */
  public static VersionRange parse(String text) {
    List<Bound> bounds = new ArrayList<>();
    int from = 0;
    while (from <= text.length()) {
      int comma = text.indexOf(',', from);
      int to = comma < 0 ? text.length() : comma;
      bounds.add(bound(text, text.substring(from, to).strip()));
      from = to + 1;
    }
    return new VersionRange(bounds);
  }

  /**
   * Return the range of the versions that equal this one.
   *
   * @throws IllegalArgumentException when it is no version
   */
  public static VersionRange exactly(String version) {
    if (!isVersion(version)) {
      throw new IllegalArgumentException(
          "version must be one such as 7.88.1-10, but was \"" + version + "\"");
    }
    return new VersionRange(List.of(new Bound(Operator.EQUAL, version)));
  }

  private static Bound bound(String text, String bound) {
    for (Operator operator : Operator.values()) {
      if (bound.startsWith(operator.sign)) {
        String version = bound.substring(operator.sign.length()).strip();
        if (!isVersion(version)) {
          break;
        }
        return new Bound(operator, version);
      }
    }
    throw new IllegalArgumentException(
        "range must be bounds such as \">= 7.88, < 8\", but was \"" + text + "\"");
  }

  private static boolean isVersion(String text) {
    return !text.isEmpty() && text.chars().allMatch(VersionRange::isOfVersions);
  }

  private static boolean isOfVersions(int c) {
    return Digits.isDigit(c) || Digits.isLetter(c) || ".+-~^:_".indexOf(c) >= 0;
  }

  /** Tell whether all bounds hold for this version, in the order of this system. */
  public boolean contains(PackageSystem system, String version) {
    return bounds.stream()
        .allMatch(
            bound -> bound.operator().holds(system.compareVersions(version, bound.version())));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VersionRange range && bounds.equals(range.bounds);
  }

  @Override
  public int hashCode() {
    return bounds.hashCode();
  }

  /** Return the range in the form that {@link #parse} reads. */
  @Override
  public String toString() {
    return bounds.stream().map(Bound::toString).collect(Collectors.joining(", "));
  }
}

package org.seatrial.check.file;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.seatrial.check.Wildcard;

/**
 * A pattern for absolute paths: {@code *} stands for any characters of one element, {@code ?} for
 * one of them, {@code [a-z]} and {@code [!a-z]} for one of a set, {@code **} as a whole element for
 * any number of elements. {@code /usr/**} selects everything below {@code /usr}, not {@code /usr}
 * itself; names that start with a dot are selected like others. {@code \} takes the special meaning
 * from the next character.
 *
 * <p>Links in the part before the first wildcard are followed, so that {@code /bin/*} works where
 * {@code /bin} leads to {@code /usr/bin}; links below it are not. Matching is linear in the length
 * of each name.
 */
public final class Glob {

  private final String text;
  private final List<String> elements;
  private final int literal;

  private Glob(String text, List<String> elements) {
    this.text = text;
    this.elements = elements;
    int first = 0;
    while (first < elements.size() - 1 && Wildcard.isLiteral(elements.get(first))) {
      first++;
    }
    this.literal = first;
  }

  /**
   * Read a pattern.
   *
   * @throws IllegalArgumentException when it is not absolute, has {@code .} or {@code ..} as an
   *     element, or selects nothing, as {@code /} does
   */
  public static Glob parse(String text) {
    List<String> elements =
        Arrays.stream(Paths.requireAbsolute(text).split("/")).filter(e -> !e.isEmpty()).toList();
    if (elements.isEmpty() || elements.contains(".") || elements.contains("..")) {
      throw new IllegalArgumentException(
          "glob must name what is below /, without . and .., but was \"" + text + "\"");
    }
    return new Glob(text, elements);
  }

  /** Return the folder in which the selection begins: all elements before the first wildcard. */
  public String folder() {
    return elements.subList(0, literal).stream()
        .map(Wildcard::literal)
        .collect(Collectors.joining("/", "/", ""));
  }

  /**
   * Return how many elements a selected path can have below {@link #folder()}; unbounded with
   * {@code **}.
   */
  public int depth() {
    return elements.contains(Wildcard.ANY_ELEMENTS) ? Integer.MAX_VALUE : elements.size() - literal;
  }

  /**
   * Tell whether a path below {@link #folder()} is selected.
   *
   * @param below the elements of the path, relative to that folder; at least one
   */
  public boolean matches(List<String> below) {
    return Wildcard.matchesAll(elements.subList(literal, elements.size()), below);
  }

  /** Tell whether an absolute path is selected by its text, links aside. */
  public boolean matches(String path) {
    List<String> names =
        Arrays.stream(path.split("/")).filter(element -> !element.isEmpty()).toList();
    return Wildcard.matchesAll(elements, names);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Glob glob && text.equals(glob.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** Return the pattern as it was written. */
  @Override
  public String toString() {
    return text;
  }
}

package org.seatrial.testkit.expectation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.seatrial.check.Printable;

/** How what was seen differs from what was expected. */
final class Difference {

  private final List<ExpectedFinding> missing = new ArrayList<>();
  private final List<Seen> unexpected = new ArrayList<>();

  /** What is there, but stated otherwise. */
  private final Map<ExpectedFinding, Seen> differing = new LinkedHashMap<>();

  private Difference() {}

  static Difference between(List<ExpectedFinding> expected, List<Seen> seen) {
    Difference difference = new Difference();
    List<ExpectedFinding> single = expected.stream().filter(e -> !e.isSeveral()).toList();
    Integer[] met = new Integer[seen.size()];
    for (int i = 0; i < single.size(); i++) {
      if (!meet(i, single, seen, met, new HashSet<>())) {
        difference.missing.add(single.get(i));
      }
    }
    List<Seen> rest = new ArrayList<>();
    for (int i = 0; i < met.length; i++) {
      if (met[i] == null) {
        rest.add(seen.get(i));
      }
    }
    for (ExpectedFinding several : expected.stream().filter(ExpectedFinding::isSeveral).toList()) {
      if (rest.stream().noneMatch(several::isMetBy)) {
        difference.missing.add(several);
      }
    }
    rest.stream()
        .filter(s -> expected.stream().noneMatch(e -> e.isSeveral() && e.isMetBy(s)))
        .forEach(difference.unexpected::add);
    difference.pair();
    return difference;
  }

  /**
   * Give an expectation a finding of its own. One that is taken is set free when its expectation
   * can be met by another: where {@code …} is stated, the order must not matter.
   */
  private static boolean meet(
      int number,
      List<ExpectedFinding> expected,
      List<Seen> seen,
      Integer[] met,
      Set<Integer> tried) {
    for (int i = 0; i < seen.size(); i++) {
      if (expected.get(number).isMetBy(seen.get(i)) && tried.add(i)) {
        if (met[i] == null || meet(met[i], expected, seen, met, tried)) {
          met[i] = number;
          return true;
        }
      }
    }
    return false;
  }

  /** Pair what is missing with what is most likely meant. */
  private void pair() {
    for (ExpectedFinding expected : List.copyOf(missing)) {
      Optional<Seen> nearest =
          unexpected.stream()
              .filter(expected::isNear)
              .min(Comparator.comparingInt(seen -> expected.differing(seen).size()));
      if (nearest.isPresent() && !differing.containsKey(expected)) {
        missing.remove(expected);
        unexpected.remove(nearest.get());
        differing.put(expected, nearest.get());
      }
    }
  }

  boolean isEmpty() {
    return missing.isEmpty() && unexpected.isEmpty() && differing.isEmpty();
  }

  /** Return the whole message; the first line stands alone. */
  String text(String place) {
    List<String> counts = new ArrayList<>();
    count(counts, differing.size(), "differs", "differ");
    count(counts, missing.size(), "is missing", "are missing");
    count(counts, unexpected.size(), "was not expected", "were not expected");
    StringBuilder text = new StringBuilder("the findings in ").append(Printable.of(place));
    text.append(" are not those expected: ").append(String.join(", ", counts));
    differing.forEach(
        (expected, seen) -> {
          text.append("\n  differs:     ").append(expected);
          for (String part : expected.differing(seen)) {
            text.append("\n    ").append(part).append(":  ");
            text.append(Printable.quoted(seen.part(part))).append(" instead of ");
            text.append(Printable.quoted(expected.stated(part)));
          }
        });
    missing.forEach(expected -> text.append("\n  missing:     ").append(expected));
    unexpected.forEach(seen -> text.append("\n  unexpected:  ").append(seen));
    return text.toString();
  }

  private static void count(List<String> counts, int count, String one, String many) {
    if (count > 0) {
      counts.add(count + " " + (count == 1 ? one : many));
    }
  }
}

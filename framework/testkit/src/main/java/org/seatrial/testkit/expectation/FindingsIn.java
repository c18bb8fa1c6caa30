package org.seatrial.testkit.expectation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.opentest4j.AssertionFailedError;
import org.seatrial.check.Check;
import org.seatrial.check.Inspection;
import org.seatrial.check.Printable;

/**
 * The findings of some checks in a place. Nothing is looked at before {@link #are} or {@link
 * #areNone}. Findings that a documented exception allows are none; what could not be looked at
 * counts like a finding, and must be expected by {@link Expectations#undetermined}.
 */
public final class FindingsIn {

  private final String place;
  private final List<Check> checks;
  private final Inspection inspection;

  FindingsIn(String place, List<Check> checks, Inspection inspection) {
    this.place = place;
    this.checks = checks;
    this.inspection = inspection;
  }

  /**
   * Look, and require these findings, in any order, and no others. A finding meets one expectation,
   * but for those that are met {@link ExpectedFinding#severalTimes several times}.
   *
   * @throws AssertionFailedError when one differs, is missing or was not expected, with each of
   *     them; or when there is no check
   */
  public void are(ExpectedFinding first, ExpectedFinding... more) {
    List<ExpectedFinding> expected = new ArrayList<>(List.of(first));
    expected.addAll(Arrays.asList(more));
    compare(expected);
  }

  /**
   * Look, and require these findings, in any order, and no others.
   *
   * @throws IllegalArgumentException when there is none: {@link #areNone} says so
   * @throws AssertionFailedError as {@link #are(ExpectedFinding, ExpectedFinding...)} does
   */
  public void are(Collection<ExpectedFinding> expected) {
    if (expected.isEmpty()) {
      throw new IllegalArgumentException("expected must not be empty; say areNone()");
    }
    compare(List.copyOf(expected));
  }

  /**
   * Look, and require that every check passes: how a place that is right is told from one that is
   * wrong.
   *
   * @throws AssertionFailedError when there is a finding, with each of them; or when there is no
   *     check
   */
  public void areNone() {
    compare(List.of());
  }

  private void compare(List<ExpectedFinding> expected) {
    if (checks.isEmpty()) {
      throw new AssertionFailedError("nothing was checked in " + Printable.of(place));
    }
    List<Seen> seen = Seen.in(inspection.verdicts(checks));
    Difference difference = Difference.between(expected, seen);
    if (!difference.isEmpty()) {
      throw new AssertionFailedError(difference.text(place), lines(expected), lines(seen));
    }
  }

  private static String lines(List<?> values) {
    return values.stream().map(Object::toString).collect(Collectors.joining("\n"));
  }
}

package org.seatrial.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.opentest4j.AssertionFailedError;

/**
 * A check FAILED or is UNDETERMINED. Its message is the verdict's; expected and actual are those of
 * the findings, so that an IDE shows their difference; its cause is what was thrown, if anything
 * was.
 */
public final class CheckFailedError extends AssertionFailedError {

  private static final long serialVersionUID = 1L;

  /** How many findings an IDE is given to compare. */
  private static final int COMPARED = 1_000;

  private final transient Verdict verdict;

  /** Create the error for a verdict that is FAILED or UNDETERMINED. */
  public CheckFailedError(Verdict verdict) {
    super(
        verdict.message(),
        side(verdict, Finding::expected, "to be determined"),
        side(verdict, Finding::actual, String.join("\n", verdict.notes())),
        verdict.cause().orElse(null));
    this.verdict = verdict;
  }

  /** Return the verdict, with every finding. */
  public Verdict verdict() {
    return verdict;
  }

  /** Return a line for each finding; both sides have the same lines in the same order. */
  private static String side(Verdict verdict, Function<Finding, String> value, String otherwise) {
    List<Finding> findings = verdict.findings();
    if (findings.isEmpty()) {
      return Printable.of(otherwise);
    }
    List<String> lines = new ArrayList<>();
    for (Finding finding : findings.subList(0, Math.min(findings.size(), COMPARED))) {
      boolean own = finding.about().equals(verdict.check().subject());
      String prefix = own ? "" : Printable.of(finding.about()) + ": ";
      lines.add(prefix + Printable.of(value.apply(finding)));
    }
    if (findings.size() > COMPARED) {
      lines.add("… and " + (findings.size() - COMPARED) + " more");
    }
    return String.join("\n", lines);
  }
}

package org.seatrial.check;

import java.util.List;
import java.util.stream.Collectors;
import org.opentest4j.AssertionFailedError;

/**
 * A check FAILED or is UNDETERMINED. Its message is the verdict's; expected and actual are those of
 * the findings, so that an IDE shows their difference.
 */
public final class CheckFailedError extends AssertionFailedError {

  private static final long serialVersionUID = 1L;

  private final transient Verdict verdict;

  /** Create the error for a verdict that is FAILED or UNDETERMINED. */
  public CheckFailedError(Verdict verdict) {
    super(verdict.message(), side(verdict, true), side(verdict, false));
    this.verdict = verdict;
  }

  /** Return the verdict, with every finding. */
  public Verdict verdict() {
    return verdict;
  }

  private static String side(Verdict verdict, boolean expected) {
    List<Finding> findings = verdict.findings();
    if (findings.isEmpty()) {
      return expected ? "to be determined" : String.join("\n", verdict.notes());
    }
    return findings.stream()
        .map(f -> prefix(f, verdict) + Printable.of(expected ? f.expected() : f.actual()))
        .collect(Collectors.joining("\n"));
  }

  private static String prefix(Finding finding, Verdict verdict) {
    boolean own = finding.about().equals(verdict.check().subject());
    return own ? "" : Printable.of(finding.about()) + ": ";
  }
}

package org.seatrial.check;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Renders a verdict for people, in one place for all front ends: ordered facts with aligned keys.
 */
final class VerdictText {

  /** How many findings are shown; the rest is counted. */
  private static final int SHOWN = 10;

  private final StringBuilder text = new StringBuilder();

  private VerdictText() {}

  static String of(Verdict verdict) {
    VerdictText lines = new VerdictText();
    lines.headline(verdict);
    lines.findings(verdict.findings(), verdict.check().subject());
    lines.skipped(verdict);
    verdict.allowed().values().stream()
        .distinct()
        .forEach(exemption -> lines.fact("  ", "allowed", Printable.of(exemption.toString())));
    lines.fact("  ", "see", "check " + verdict.check().id() + ", " + verdict.check().source());
    return lines.text.toString().stripTrailing();
  }

  private void headline(Verdict verdict) {
    String sentence = verdict.check().sentence();
    if (verdict.outcome() == Outcome.UNDETERMINED) {
      String why =
          verdict.rulings().stream()
              .filter(ruling -> ruling.outcome() == Outcome.UNDETERMINED)
              .map(Ruling::note)
              .distinct()
              .collect(Collectors.joining("; "));
      sentence = "could not determine whether " + sentence + ": " + Printable.of(why);
    }
    int count = verdict.findings().size();
    text.append(sentence).append("   → ").append(verdict.outcome());
    if (count > 0) {
      text.append(count == 1 ? " (1 finding)" : " (" + count + " findings)");
    }
    text.append(" in ").append(Printable.of(verdict.place())).append('\n');
  }

  private void findings(List<Finding> findings, String subject) {
    for (int i = 0; i < Math.min(findings.size(), SHOWN); i++) {
      finding(findings.get(i), subject, findings.size() == 1 ? "  " : "  " + (i + 1) + ". ");
    }
    if (findings.size() > SHOWN) {
      text.append("  … and ").append(findings.size() - SHOWN).append(" more\n");
    }
  }

  private void finding(Finding finding, String subject, String first) {
    String indent = first;
    String rest = " ".repeat(first.length());
    if (!finding.about().equals(subject)) {
      text.append(indent).append(Printable.of(finding.about())).append('\n');
      indent = rest;
    }
    fact(indent, "expected", Printable.of(finding.expected()));
    fact(rest, "but was", Printable.of(finding.actual()));
    if (!finding.evidence().details().isEmpty()) {
      fact(rest, "evidence", finding.evidence().text());
    }
    if (!finding.remedy().isEmpty()) {
      fact(rest, "perhaps", Printable.of(finding.remedy()));
    }
  }

  private void skipped(Verdict verdict) {
    String skipped =
        verdict.rulings().stream()
            .filter(ruling -> ruling.outcome() == Outcome.SKIPPED)
            .map(ruling -> ruling.condition() + " (" + ruling.note() + ")")
            .collect(Collectors.joining(", "));
    if (!skipped.isEmpty()) {
      fact("  ", "skipped", Printable.of(skipped));
    }
  }

  private void fact(String indent, String key, String value) {
    text.append(indent).append(String.format("%-11s", key + ":")).append(value).append('\n');
  }
}

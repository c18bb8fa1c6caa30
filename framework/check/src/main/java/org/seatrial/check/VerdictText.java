package org.seatrial.check;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Renders a verdict for people, in one place for all front ends: ordered facts with aligned keys.
 */
final class VerdictText {

  /** How many findings are shown; the rest is counted. */
  static final int SHOWN = 10;

  private static final String INDENT = "  ";

  private final Verdict verdict;
  private final StringBuilder text = new StringBuilder();

  private VerdictText(Verdict verdict) {
    this.verdict = verdict;
  }

  static String of(Verdict verdict) {
    VerdictText lines = new VerdictText(verdict);
    lines.headline();
    lines.findings();
    if (verdict.findings().size() != 1) {
      lines.waited(INDENT);
    }
    lines.rulings("unknown", Outcome.UNDETERMINED);
    lines.rulings("skipped", Outcome.SKIPPED);
    lines.exceptions();
    lines.see();
    return lines.text.toString().stripTrailing();
  }

  private void headline() {
    boolean undetermined = verdict.outcome() == Outcome.UNDETERMINED;
    if (undetermined) {
      text.append("could not determine whether ");
    }
    text.append(verdict.check().sentence());
    if (undetermined) {
      text.append(": ").append(Printable.of(reasons()));
    }
    int count = verdict.findings().size();
    text.append("   → ").append(verdict.outcome());
    if (count > 0) {
      text.append(count == 1 ? " (1 finding)" : " (" + count + " findings)");
    }
    text.append(" in ").append(Printable.of(verdict.place())).append('\n');
  }

  private String reasons() {
    return of(Outcome.UNDETERMINED).stream()
        .map(Ruling::note)
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private List<Ruling> of(Outcome outcome) {
    return verdict.rulings().stream().filter(ruling -> ruling.outcome() == outcome).toList();
  }

  private void findings() {
    List<Finding> findings = verdict.findings();
    int shown = Math.min(findings.size(), SHOWN);
    int digits = Integer.toString(shown).length();
    for (int i = 0; i < shown; i++) {
      String number = Integer.toString(i + 1);
      finding(
          findings.get(i),
          findings.size() == 1
              ? INDENT
              : INDENT + " ".repeat(digits - number.length()) + number + ". ");
    }
    if (findings.size() > SHOWN) {
      text.append(INDENT).append("… and ").append(findings.size() - SHOWN).append(" more\n");
    }
  }

  private void finding(Finding finding, String first) {
    String indent = first;
    String rest = " ".repeat(first.length());
    if (!finding.about().equals(verdict.check().subject())) {
      text.append(indent).append(Printable.of(finding.about())).append('\n');
      indent = rest;
    }
    fact(indent, "expected", finding.expected());
    fact(rest, "but was", finding.actual());
    if (!finding.evidence().details().isEmpty()) {
      fact(rest, "evidence", finding.evidence().text());
    }
    if (verdict.findings().size() == 1) {
      waited(rest);
    }
    if (!finding.remedy().isEmpty()) {
      fact(rest, "perhaps", finding.remedy());
    }
  }

  private void waited(String indent) {
    verdict.waited().ifPresent(waited -> fact(indent, "waited", waited.toString()));
  }

  /** Name the conditions that ended so, and why; but for what the headline already says. */
  private void rulings(String key, Outcome outcome) {
    if (verdict.outcome() != outcome && !of(outcome).isEmpty()) {
      fact(
          INDENT,
          key,
          of(outcome).stream()
              .map(ruling -> ruling.condition() + " (" + ruling.note() + ")")
              .collect(Collectors.joining(", ")));
    }
  }

  private void exceptions() {
    Map<Exemption, List<String>> allowed =
        verdict.allowed().entrySet().stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getValue,
                    LinkedHashMap::new,
                    Collectors.mapping(entry -> entry.getKey().about(), Collectors.toList())));
    allowed.forEach(
        (exemption, labels) ->
            fact(INDENT, "allowed", listed(labels) + " by the exception for " + exemption));
    for (Exemption exemption : verdict.expired()) {
      fact(INDENT, "expired", "the exception for " + exemption);
    }
  }

  private static String listed(Collection<String> labels) {
    List<String> unique = labels.stream().distinct().sorted().toList();
    String shown = unique.stream().limit(SHOWN).collect(Collectors.joining(", "));
    return unique.size() > SHOWN ? shown + " … and " + (unique.size() - SHOWN) + " more" : shown;
  }

  private void see() {
    Check check = verdict.check();
    fact(INDENT, "see", "check " + check.id() + ", " + check.source());
  }

  private void fact(String indent, String key, String value) {
    text.append(indent)
        .append(key)
        .append(':')
        .append(" ".repeat(10 - key.length()))
        .append(Printable.of(value))
        .append('\n');
  }
}

package org.seatrial.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import org.seatrial.check.Exemption;
import org.seatrial.check.Outcome;
import org.seatrial.check.Printable;
import org.seatrial.check.Severity;
import org.seatrial.check.Verdict;

/** Writes the lines of a report for people. */
final class ConsoleLines {

  /** Longer than any line of a verdict, whose values are cut before. */
  private static final int LONGEST_LINE = 100_000;

  private static final String BOLD = "1";

  private final Writer out;
  private final boolean coloured;

  ConsoleLines(Writer out, boolean coloured) {
    this.out = out;
    this.coloured = coloured;
  }

  void place(PlaceReport place) throws IOException {
    line(colour(BOLD, printable(place.name())));
    Optional<String> reason = sharedReason(place.verdicts());
    if (reason.isPresent()) {
      headline(Standing.UNDETERMINED, Outcome.UNDETERMINED, "could not look: " + reason.get());
    }
    for (Verdict verdict : place.verdicts()) {
      if (reason.isPresent()) {
        headline(Standing.of(verdict), verdict.outcome(), verdict.check().sentence());
      } else {
        verdict(verdict);
      }
    }
    if (place.isNothingChecked()) {
      headline(Standing.FAILED, Outcome.FAILED, PlaceReport.NOTHING_CHECKED);
    }
    line(colour(BOLD, place.tally().toString()));
    line("");
  }

  void total(Report report) throws IOException {
    int places = report.places().size();
    if (places == 0) {
      headline(Standing.FAILED, Outcome.FAILED, PlaceReport.NOTHING_CHECKED);
    }
    line(colour(BOLD, places + " places, " + report.tally()));
  }

  private void verdict(Verdict verdict) throws IOException {
    Standing standing = Standing.of(verdict);
    switch (standing) {
      case PASSED -> {
        headline(standing, verdict.outcome(), verdict.check().sentence());
        allowed(verdict);
      }
      case SKIPPED -> {
        String why = String.join("; ", verdict.notes());
        headline(standing, verdict.outcome(), verdict.check().sentence() + ": " + why);
      }
      case FAILED, UNDETERMINED, NOT_BLOCKING -> message(standing, verdict);
    }
  }

  /** Writes the verdict's own message, which already names the exceptions. */
  private void message(Standing standing, Verdict verdict) throws IOException {
    List<String> lines = verdict.message().lines().toList();
    headline(standing, verdict.outcome(), lines.get(0));
    for (String further : lines.subList(1, lines.size())) {
      line("  " + printable(further));
    }
    if (standing == Standing.NOT_BLOCKING) {
      line("    blocks:    nothing, it only " + weight(verdict.check().severity()));
    }
  }

  private void allowed(Verdict verdict) throws IOException {
    for (Exemption exemption : verdict.allowed().values().stream().distinct().toList()) {
      line("    allowed:   " + printable(exemption.toString()));
    }
  }

  private static String weight(Severity severity) {
    return severity == Severity.INFO ? "informs" : "should hold";
  }

  /** Return why nothing at all could be looked at, when it is one reason for several checks. */
  private static Optional<String> sharedReason(List<Verdict> verdicts) {
    if (verdicts.size() < 2
        || verdicts.stream().anyMatch(v -> v.outcome() != Outcome.UNDETERMINED)) {
      return Optional.empty();
    }
    List<String> reasons = verdicts.stream().flatMap(v -> v.notes().stream()).distinct().toList();
    return reasons.size() == 1 ? Optional.of(reasons.get(0)) : Optional.empty();
  }

  private void headline(Standing standing, Outcome outcome, String text) throws IOException {
    line(colour(standing.colour(), standing.symbol(outcome)) + " " + printable(text));
  }

  private void line(String text) throws IOException {
    out.write(text);
    out.write('\n');
  }

  private String colour(String parameter, String text) {
    return coloured ? "\u001b[" + parameter + "m" + text + "\u001b[0m" : text;
  }

  private static String printable(String text) {
    return Printable.of(text, LONGEST_LINE);
  }
}

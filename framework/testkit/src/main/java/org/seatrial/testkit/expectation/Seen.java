package org.seatrial.testkit.expectation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.seatrial.check.Check;
import org.seatrial.check.Finding;
import org.seatrial.check.Outcome;
import org.seatrial.check.Printable;
import org.seatrial.check.Ruling;
import org.seatrial.check.Verdict;

/**
 * A finding that there is, or what could not be looked at.
 *
 * @param kind {@link #FINDING} or {@link #UNDETERMINED}
 * @param check who found it
 * @param parts what it says, by name, in the order in which people read it
 */
record Seen(String kind, Check check, Map<String, String> parts) {

  static final String FINDING = "finding";
  static final String UNDETERMINED = "undetermined";

  /** The names of parts. */
  static final String BY = "by";

  static final String ABOUT = "about";
  static final String EXPECTED = "expected";
  static final String ACTUAL = "actual";
  static final String PERHAPS = "perhaps";
  static final String EVIDENCE = "evidence ";

  /** Return all that these verdicts found, in their order; for each check a reason once. */
  static List<Seen> in(List<Verdict> verdicts) {
    List<Seen> all = new ArrayList<>();
    for (Verdict verdict : verdicts) {
      verdict.findings().forEach(finding -> all.add(of(verdict.check(), finding)));
      Set<String> reasons = new LinkedHashSet<>();
      for (Ruling ruling : verdict.rulings()) {
        if (ruling.outcome() == Outcome.UNDETERMINED && reasons.add(ruling.note())) {
          all.add(of(verdict.check(), ruling.note()));
        }
      }
    }
    return all;
  }

  private static Seen of(Check check, Finding finding) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(BY, check.id());
    parts.put(ABOUT, finding.about());
    parts.put(EXPECTED, finding.expected());
    parts.put(ACTUAL, finding.actual());
    finding.evidence().details().forEach(d -> parts.put(EVIDENCE + d.key(), d.value()));
    if (!finding.remedy().isEmpty()) {
      parts.put(PERHAPS, finding.remedy());
    }
    return new Seen(FINDING, check, parts);
  }

  private static Seen of(Check check, String reason) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(BY, check.id());
    parts.put(ABOUT, check.subject());
    parts.put(ACTUAL, reason);
    return new Seen(UNDETERMINED, check, parts);
  }

  /** Return what a part says; empty when there is none. */
  String part(String name) {
    return parts.getOrDefault(name, "");
  }

  /** Tell whether a part is as it was stated; a check is stated by its id or its sentence. */
  boolean agrees(String name, String stated) {
    return TextPattern.matches(stated, part(name))
        || (name.equals(BY) && TextPattern.matches(stated, check.sentence()));
  }

  /** Return it in one line, as an expectation is written; evidence and remedy left out. */
  @Override
  public String toString() {
    Map<String, String> shown = new LinkedHashMap<>(parts);
    shown.keySet().removeIf(name -> name.equals(PERHAPS) || name.startsWith(EVIDENCE));
    return text(kind, shown);
  }

  static String text(String kind, Map<String, String> parts) {
    return parts.entrySet().stream()
        .map(part -> part.getKey() + " " + Printable.quoted(part.getValue()))
        .collect(Collectors.joining(", ", kind + " ", ""))
        .strip();
  }
}

package org.seatrial.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of a check at a place.
 *
 * @param check the check
 * @param place the {@link Place#name() name} of the place
 * @param outcome FAILED when any condition failed, else UNDETERMINED when any is, else PASSED
 * @param rulings how each condition ended, in the order in which they were written; what an
 *     exception allows is still in their findings
 * @param findings the violations that count, by label; empty unless FAILED
 * @param allowed the violations that a documented exception accepts, and the exception
 */
public record Verdict(
    Check check,
    String place,
    Outcome outcome,
    List<Ruling> rulings,
    List<Finding> findings,
    Map<Finding, Exemption> allowed) {

  public Verdict {
    rulings = List.copyOf(rulings);
    findings = List.copyOf(findings);
    allowed = Collections.unmodifiableMap(new LinkedHashMap<>(allowed));
  }

  static Verdict of(Check check, List<Ruling> rulings, Facts facts) {
    List<Finding> counting = new ArrayList<>();
    Map<Finding, Exemption> allowed = new LinkedHashMap<>();
    List<Ruling> judged = new ArrayList<>();
    for (Ruling ruling : rulings) {
      boolean fails = false;
      for (Finding found : ruling.findings()) {
        Finding finding = found.about(check.subject());
        Exemption exemption = exemptionFor(check, finding);
        if (exemption != null && !exemption.isExpiredOn(facts.date())) {
          allowed.put(finding, exemption);
        } else {
          fails = true;
          counting.add(exemption == null ? finding : expired(finding, exemption));
        }
      }
      judged.add(
          ruling.outcome() == Outcome.FAILED && !fails
              ? new Ruling(ruling.condition(), Outcome.PASSED, ruling.findings(), ruling.note())
              : ruling);
    }
    counting.sort(Comparator.comparing(Finding::about));
    return new Verdict(check, facts.place(), outcome(judged), judged, counting, allowed);
  }

  private static @Nullable Exemption exemptionFor(Check check, Finding finding) {
    Exemption last = null;
    for (Exemption exemption : check.exemptions()) {
      if (exemption.covers(finding)) {
        last = exemption;
      }
    }
    return last;
  }

  private static Finding expired(Finding finding, Exemption exemption) {
    return finding.perhaps(
        "the exception for "
            + exemption
            + " has expired: renew it with its reason, or mend the cause");
  }

  private static Outcome outcome(List<Ruling> rulings) {
    for (Outcome worst : List.of(Outcome.FAILED, Outcome.UNDETERMINED, Outcome.PASSED)) {
      if (rulings.stream().anyMatch(ruling -> ruling.outcome() == worst)) {
        return worst;
      }
    }
    return Outcome.SKIPPED;
  }

  /** Tell whether this verdict keeps a release from being published. */
  public boolean blocks() {
    return check.severity() == Severity.MUST
        && (outcome == Outcome.FAILED || outcome == Outcome.UNDETERMINED);
  }

  /** Return why it is UNDETERMINED, or why conditions were SKIPPED; each reason once. */
  public List<String> notes() {
    return rulings.stream().map(Ruling::note).filter(note -> !note.isEmpty()).distinct().toList();
  }

  /** Return the whole message for people, several lines; the first one stands alone. */
  public String message() {
    return VerdictText.of(this);
  }
}

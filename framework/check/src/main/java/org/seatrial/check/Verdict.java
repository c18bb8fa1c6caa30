package org.seatrial.check;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
 * @param waited how long was looked; empty for a check that does not wait
 */
public record Verdict(
    Check check,
    String place,
    Outcome outcome,
    List<Ruling> rulings,
    List<Finding> findings,
    Map<Finding, Exemption> allowed,
    Optional<Waited> waited) {

  public Verdict {
    rulings = List.copyOf(rulings);
    findings = List.copyOf(findings);
    requireNonNull(waited, "waited must not be null");
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
        Optional<Exemption> exemption =
            check.exemptions().stream()
                .filter(e -> e.covers(finding) && !e.isExpiredOn(facts.date()))
                .findFirst();
        if (exemption.isPresent()) {
          allowed.put(finding, exemption.get());
        } else {
          fails = true;
          counting.add(finding);
        }
      }
      judged.add(ruling.outcome() == Outcome.FAILED && !fails ? ruling.allowed() : ruling);
    }
    counting.sort(Comparator.comparing(Finding::about));
    Optional<Waited> waited =
        facts instanceof WatchedFacts watched ? Optional.of(watched.waited()) : Optional.empty();
    return new Verdict(check, facts.place(), outcome(judged), judged, counting, allowed, waited);
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

  /**
   * Return the exceptions that would allow a finding that counts, had they not expired; in the
   * order in which they were given, empty unless FAILED.
   */
  public List<Exemption> expired() {
    // A finding counts only if no exception covers it that is still valid.
    return check.exemptions().stream()
        .filter(exemption -> findings.stream().anyMatch(exemption::covers))
        .toList();
  }

  /** Return what was thrown where that is why it is UNDETERMINED: the first, if several were. */
  public Optional<Throwable> cause() {
    return rulings.stream().flatMap(ruling -> ruling.cause().stream()).findFirst();
  }

  /** Return the whole message for people, several lines; the first one stands alone. */
  public String message() {
    return VerdictText.of(this);
  }
}

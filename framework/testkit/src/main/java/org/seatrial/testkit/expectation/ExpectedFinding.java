package org.seatrial.testkit.expectation;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.seatrial.check.Check;
import org.seatrial.check.Evidence;
import org.seatrial.check.Finding;

/**
 * A finding that must be there. Only what is stated is compared; in any of it, {@code …} stands for
 * whatever changes from day to day: {@code actual("version … (dpkg, amd64)")}. Immutable; made by
 * {@link Expectations#finding} and {@link Expectations#undetermined}.
 */
public final class ExpectedFinding {

  private final String kind;
  private final Map<String, String> stated;
  private final boolean several;

  private ExpectedFinding(String kind, Map<String, String> stated, boolean several) {
    this.kind = kind;
    this.stated = stated;
    this.several = several;
  }

  static ExpectedFinding of(String kind) {
    return new ExpectedFinding(kind, Map.of(), false);
  }

  /** State who finds it: the {@link Check#id id} or the {@link Check#sentence sentence}. */
  public ExpectedFinding by(String check) {
    return with(Seen.BY, check);
  }

  /** State what violates: a path, an account; {@link Finding#about}. */
  public ExpectedFinding about(String label) {
    return with(Seen.ABOUT, label);
  }

  /** State what must have been; {@link Finding#expected}. */
  public ExpectedFinding expected(String text) {
    return with(Seen.EXPECTED, text);
  }

  /** State what was there, {@link Finding#actual}; or what kept the check from looking. */
  public ExpectedFinding actual(String text) {
    return with(Seen.ACTUAL, text);
  }

  /** State a detail of the evidence, such as {@code layer}; see {@link Evidence#detail}. */
  public ExpectedFinding evidence(String key, String value) {
    return with(Seen.EVIDENCE + key, value);
  }

  /** State the remedy; {@link Finding#remedy}. */
  public ExpectedFinding perhaps(String sentence) {
    return with(Seen.PERHAPS, sentence);
  }

  /** Return the expectation of one or more such findings, whatever their number. */
  public ExpectedFinding severalTimes() {
    return new ExpectedFinding(kind, stated, true);
  }

  private ExpectedFinding with(String part, String text) {
    Map<String, String> more = new LinkedHashMap<>(stated);
    more.put(part, requireNonNull(text, "what is stated must not be null"));
    return new ExpectedFinding(kind, more, several);
  }

  boolean isSeveral() {
    return several;
  }

  boolean isMetBy(Seen seen) {
    return seen.kind().equals(kind) && differing(seen).isEmpty();
  }

  /** Tell whether this is most likely meant: it is of the same kind, check and subject. */
  boolean isNear(Seen seen) {
    List<String> differing = differing(seen);
    return seen.kind().equals(kind)
        && differing.size() < stated.size()
        && !differing.contains(Seen.BY)
        && !differing.contains(Seen.ABOUT);
  }

  /** Return the names of the parts that are stated otherwise, in the order of stating. */
  List<String> differing(Seen seen) {
    return stated.entrySet().stream()
        .filter(part -> !seen.agrees(part.getKey(), part.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  String stated(String part) {
    return stated.getOrDefault(part, "");
  }

  /** Return what is stated, in one line. */
  @Override
  public String toString() {
    return (several ? "one or more: " : "") + Seen.text(kind, stated);
  }
}

package org.seatrial.check;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A documented exception: findings about what it names do not fail the check. It shows in every
 * report, and it fails the check again when its date has passed.
 *
 * @param pattern which findings, by their {@link Finding#about() label}, element by element between
 *     slashes: {@link Wildcard} within an element, {@code **} as a whole one for any number of them
 * @param reason why it is acceptable; not empty
 * @param until the last day on which it is valid; empty when it does not expire
 */
public record Exemption(String pattern, String reason, Optional<LocalDate> until) {

  /** The pattern that every label matches. */
  static final String EVERYTHING = "**";

  public Exemption {
    requireNonNull(until, "until must not be null");
    if (pattern.isEmpty()) {
      throw new IllegalArgumentException("pattern must not be empty: say what is excepted");
    }
    if (reason.isBlank()) {
      throw new IllegalArgumentException("reason must not be empty: an exception is documented");
    }
  }

  /** Tell whether this finding is meant. */
  boolean covers(Finding finding) {
    return Wildcard.matchesAll(elements(pattern), elements(finding.about()));
  }

  private static List<String> elements(String path) {
    return List.of(path.split("/", -1));
  }

  /** Tell whether the exception has expired on this day. */
  boolean isExpiredOn(LocalDate day) {
    return until.isPresent() && day.isAfter(until.get());
  }

  /**
   * Return it in words, such as {@code /usr/bin/ping, because it is the product, until 2027-01-31}.
   */
  @Override
  public String toString() {
    String what = pattern.equals(EVERYTHING) ? "any finding" : pattern;
    return what + ", because " + reason + until.map(day -> ", until " + day).orElse("");
  }

  /** An exception without its reason: the beginning of a sentence that {@link #because} ends. */
  public static final class Unfounded {

    private final Check check;
    private final String pattern;

    Unfounded(Check check, String pattern) {
      this.check = check;
      this.pattern = pattern;
    }

    /** Return the check with the exception, valid for ever unless {@link Check#until} follows. */
    public Check because(String reason) {
      return check.with(new Exemption(pattern, reason, Optional.empty()));
    }
  }
}

package org.seatrial.check;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What must be true: subject, conditions, and why. A value; nothing is looked at before a terminal
 * ({@link #evaluate}, {@link #verify}). Made by {@link Subject#should}.
 */
public final class Check {

  /** How much of the subject is shown in an id that is made from the sentence. */
  private static final int SLUG_LENGTH = 60;

  private final Claim<?> claim;
  private final SourceLine source;
  private final String id;
  private final String reason;
  private final Severity severity;
  private final List<Exemption> exemptions;

  private Check(
      Claim<?> claim, SourceLine source, String id, Motive motive, List<Exemption> exemptions) {
    this.claim = claim;
    this.source = source;
    this.id = id;
    this.reason = motive.reason();
    this.severity = motive.severity();
    this.exemptions = List.copyOf(exemptions);
  }

  /** Why a check is there, and how much it weighs. */
  private record Motive(String reason, Severity severity) {}

  static Check of(Claim<?> claim, SourceLine source) {
    return new Check(claim, source, idOf(claim), new Motive("", Severity.MUST), List.of());
  }

  /** Return the check with its reason: {@code because("restricted platforms forbid root")}. */
  public Check because(String why) {
    return new Check(claim, source, id, new Motive(why, severity), exemptions);
  }

  /** Return the check with this weight; a check {@link Severity#MUST} hold unless this is said. */
  public Check severity(Severity weight) {
    return new Check(claim, source, id, new Motive(reason, weight), exemptions);
  }

  /**
   * Return the check under this id, such as {@code non-root.user}.
   *
   * @throws IllegalArgumentException when it is blank
   */
  public Check withId(String stable) {
    if (stable.isBlank()) {
      throw new IllegalArgumentException("id must not be blank");
    }
    return new Check(claim, source, stable, new Motive(reason, severity), exemptions);
  }

  /**
   * Begin a documented exception: {@code allow("/usr/bin/ping").because("…").until(date)}.
   *
   * @param pattern which findings are accepted, by path or name: {@code *} stands for any
   *     characters but a slash, {@code **} as a whole element of a path for any elements
   */
  public Exemption.Unfounded allow(String pattern) {
    return new Exemption.Unfounded(this, pattern);
  }

  /**
   * Begin a documented exception that accepts every finding of the check: {@code
   * allowFailure().because("…").until(date)}. An UNDETERMINED check still blocks: nobody knows what
   * would be accepted.
   */
  public Exemption.Unfounded allowFailure() {
    return allow(Exemption.EVERYTHING);
  }

  /**
   * Return the check with the last exception limited: it fails again after this day.
   *
   * @throws IllegalStateException when no exception came before
   */
  public Check until(LocalDate lastDay) {
    if (exemptions.isEmpty()) {
      throw new IllegalStateException("until must follow allow(…).because(…)");
    }
    Exemption last = exemptions.get(exemptions.size() - 1);
    List<Exemption> others = exemptions.subList(0, exemptions.size() - 1);
    return new Check(claim, source, id, new Motive(reason, severity), others)
        .with(new Exemption(last.pattern(), last.reason(), Optional.of(lastDay)));
  }

  Check with(Exemption exemption) {
    List<Exemption> all = new ArrayList<>(exemptions);
    all.add(exemption);
    return new Check(claim, source, id, new Motive(reason, severity), all);
  }

  /**
   * Return the stable id: the one given, else made from the sentence, so that it stays while the
   * sentence does.
   */
  public String id() {
    return id;
  }

  /** Return the sentence as it was written, with its reason, printable. */
  public String sentence() {
    return Printable.of(claim.sentence() + (reason.isEmpty() ? "" : ", because " + reason));
  }

  /** Return why the check is there; empty when nobody said. */
  public String reason() {
    return reason;
  }

  /** Return how much a failure weighs. */
  public Severity severity() {
    return severity;
  }

  /** Return the line on which the check was declared. */
  public SourceLine source() {
    return source;
  }

  /** Return the documented exceptions, in the order in which they were given. */
  public List<Exemption> exemptions() {
    return exemptions;
  }

  /**
   * Return the name of the subject, such as a path: what findings are about unless they say
   * otherwise.
   */
  public String subject() {
    return claim.subject().name();
  }

  /** Return the facts that must be fetched before anything else. */
  public Set<Request<?>> requests() {
    return claim.requests();
  }

  /** Return the facts that are needed now that the first ones are known. */
  public Set<Request<?>> needs(Facts facts) {
    return claim.needs(facts);
  }

  /** Return how long it is looked at again; empty when one look decides. */
  Optional<Patience> patience() {
    return claim.patience();
  }

  /** Tell whether no further look could change the conditions that wait. */
  boolean isDecided(Facts facts) {
    return claim.isDecided(facts);
  }

  /** Judge the facts. Pure; throws nothing, whatever the outcome. */
  public Verdict evaluate(Facts facts) {
    Facts own = facts instanceof Lookout lookout ? lookout.of(this) : facts;
    return Verdict.of(this, claim.rulings(own), own);
  }

  /**
   * Look and judge.
   *
   * @throws CheckFailedError when the check FAILED or is UNDETERMINED, and {@link Severity#MUST}
   *     hold
   */
  public void verify(Place place) {
    Inspection.of(place).verify(List.of(this));
  }

  /** Return {@link #sentence()}. */
  @Override
  public String toString() {
    return sentence();
  }

  private static String idOf(Claim<?> claim) {
    byte[] sum = sha256().digest(claim.sentence().getBytes(StandardCharsets.UTF_8));
    return slug(claim.subject().phrase()) + HexFormat.of().formatHex(sum, 0, 4);
  }

  /** Return the phrase in lower case, with a hyphen for each run of what is no letter or digit. */
  private static String slug(String phrase) {
    String start = phrase.substring(0, Math.min(phrase.length(), SLUG_LENGTH)) + " ";
    StringBuilder slug = new StringBuilder();
    for (char c : start.toLowerCase(Locale.ROOT).toCharArray()) {
      if (c < 128 && Character.isLetterOrDigit(c)) {
        slug.append(c);
      } else if (!slug.isEmpty() && slug.charAt(slug.length() - 1) != '-') {
        slug.append('-');
      }
    }
    return slug.toString();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}

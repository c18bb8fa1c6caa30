package org.seatrial.deployment.http;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import org.seatrial.check.Condition;
import org.seatrial.check.Facts;
import org.seatrial.check.Finding;
import org.seatrial.check.Judgement;

/**
 * The conditions on the certificate of a service. To be imported statically. All are violated where
 * the connection is not encrypted.
 */
public final class CertificateConditions {

  private static final String NONE = "no certificate: the connection is not encrypted";

  /** The kinds of alternative names that are looked at, by their numbers in RFC 5280. */
  private static final List<Integer> NAMES = List.of(2, 7);

  private CertificateConditions() {}

  /** Require that it is for this host; {@code *} stands for the first label of a name. */
  public static Condition<HttpAnswer> haveCertificateFor(String host) {
    return of(
        "have a certificate for " + host,
        "a certificate for " + host,
        (certificate, facts) -> {
          List<String> names = names(certificate);
          return new Seen(
              names.stream().anyMatch(name -> matches(name, host)),
              "a certificate for " + (names.isEmpty() ? "no host" : String.join(", ", names)));
        });
  }

  /** Require that it is valid today, in UTC, and for at least so much longer. */
  public static Condition<HttpAnswer> haveCertificateValidFor(Duration time) {
    String expected = "a certificate that is valid for " + time.toDays() + " more days";
    return of(
        "have a certificate valid for " + time.toDays() + " days",
        expected,
        (certificate, facts) -> {
          LocalDate from = day(certificate.getNotBefore().toInstant());
          LocalDate to = day(certificate.getNotAfter().toInstant());
          LocalDate today = facts.date();
          return new Seen(
              !from.isAfter(today) && !to.isBefore(today.plusDays(time.toDays())),
              "a certificate that is valid from " + from + " to " + to);
        });
  }

  private record Seen(boolean holds, String actual) {}

  private static LocalDate day(Instant instant) {
    return instant.atZone(ZoneOffset.UTC).toLocalDate();
  }

  private static List<String> names(X509Certificate certificate) {
    try {
      Collection<List<?>> names = certificate.getSubjectAlternativeNames();
      return names == null
          ? List.of()
          : names.stream()
              .filter(name -> NAMES.contains(name.get(0)))
              .map(name -> String.valueOf(name.get(1)))
              .toList();
    } catch (CertificateParsingException e) {
      // Names that can't be read are nobody's.
      return List.of();
    }
  }

  private static boolean matches(String name, String host) {
    String pattern = name.toLowerCase(Locale.ROOT);
    String wanted = host.toLowerCase(Locale.ROOT);
    int dot = wanted.indexOf('.');
    return pattern.equals(wanted)
        || (pattern.startsWith("*.")
            && dot > 0
            && pattern.substring(1).equals(wanted.substring(dot)));
  }

  private static Condition<HttpAnswer> of(
      String phrase, String expected, BiFunction<X509Certificate, Facts, Seen> look) {
    return Condition.of(
        phrase,
        expected,
        (known, facts) -> {
          Optional<X509Certificate> certificate = known.value().certificate();
          if (certificate.isEmpty()) {
            return Judgement.violated(Finding.of(expected, NONE, known.evidence()));
          }
          Seen seen = look.apply(certificate.get(), facts);
          return Judgement.of(seen.holds(), expected, seen.actual(), known.evidence());
        });
  }
}

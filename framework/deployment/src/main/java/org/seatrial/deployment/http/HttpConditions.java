package org.seatrial.deployment.http;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.seatrial.check.Condition;
import org.seatrial.check.Judgement;
import org.seatrial.check.Printable;

/**
 * The conditions on what a service answers. To be imported statically. What the body says is judged
 * by {@link org.seatrial.check.file.ContentConditions}.
 */
public final class HttpConditions {

  private HttpConditions() {}

  /** Require this status code; the failure shows the beginning of the body. */
  public static Condition<HttpAnswer> respondWith(int status) {
    return of(
        "respond with " + status,
        "status " + status,
        answer -> answer.status() == status,
        answer -> "status " + answer.summary());
  }

  /** Require that the whole answer came within this time, connecting included. */
  public static Condition<HttpAnswer> respondWithin(Duration time) {
    return of(
        "respond within " + Printable.of(time),
        "an answer within " + Printable.of(time),
        answer -> answer.took().compareTo(time) <= 0,
        answer -> "an answer after " + Printable.of(answer.took()));
  }

  /** Require that this header is there, with any value. */
  public static Condition<HttpAnswer> haveHeader(String name) {
    return ofHeader("have header " + Printable.of(name), name, value -> true);
  }

  /** Require this header with exactly this value, in one of several. */
  public static Condition<HttpAnswer> haveHeader(String name, String value) {
    return ofHeader(
        "have header " + Printable.of(new Header(name, value).toString()), name, value::equals);
  }

  /**
   * Require this header with a value in which the expression matches somewhere.
   *
   * @throws IllegalArgumentException when it is no regular expression of RE2
   */
  public static Condition<HttpAnswer> haveHeaderMatching(String name, String regex) {
    Pattern pattern = compile(regex);
    return ofHeader(
        "have header " + Printable.of(name) + " matching /" + Printable.of(regex) + "/",
        name,
        value -> pattern.matcher(value).find());
  }

  /**
   * Require a redirect to this address; a path is taken relative to the one that was asked.
   *
   * @throws IllegalArgumentException when it is no address
   */
  public static Condition<HttpAnswer> redirectTo(String location) {
    URI wanted = URI.create(location);
    String shown = Printable.of(Addresses.shown(location));
    return of(
        "redirect to " + shown,
        "a redirect to " + shown,
        answer ->
            isRedirect(answer)
                && answer.header("Location").stream()
                    .anyMatch(actual -> same(answer.uri(), actual, wanted)),
        HttpConditions::redirect);
  }

  /** Require that a connection was accepted, and not closed at once. */
  public static Condition<TcpAnswer> acceptConnections() {
    return Condition.of(
        "accept connections",
        "a connection",
        (known, facts) ->
            Judgement.of(
                known.value().accepted(),
                "a connection",
                known.value().description(),
                known.evidence()));
  }

  private static boolean isRedirect(HttpAnswer answer) {
    return answer.status() / 100 == 3;
  }

  private static boolean same(URI asked, String actual, URI wanted) {
    try {
      return asked.resolve(actual).equals(asked.resolve(wanted));
    } catch (IllegalArgumentException e) {
      // What is no address leads nowhere; the failure shows it.
      return false;
    }
  }

  private static String redirect(HttpAnswer answer) {
    String location =
        answer.header("Location").stream().map(Addresses::shown).collect(Collectors.joining(", "));
    return isRedirect(answer)
        ? "status " + answer.status() + " to " + Printable.quoted(location)
        : "status " + answer.summary();
  }

  private static Condition<HttpAnswer> ofHeader(
      String phrase, String name, Predicate<String> holds) {
    return of(
        phrase,
        phrase.substring("have ".length()),
        answer -> answer.header(name).stream().anyMatch(holds),
        answer -> headers(answer, name));
  }

  private static String headers(HttpAnswer answer, String name) {
    List<String> found =
        answer.headers().stream()
            .filter(header -> header.name().equalsIgnoreCase(name))
            .map(Header::toString)
            .toList();
    return found.isEmpty()
        ? "no header " + name + " in status " + answer.status()
        : "header " + Printable.of(String.join(", ", found), 400);
  }

  private static Condition<HttpAnswer> of(
      String phrase,
      String expected,
      Predicate<HttpAnswer> holds,
      Function<HttpAnswer, String> actual) {
    return Condition.of(
        phrase,
        expected,
        (known, facts) ->
            Judgement.of(
                holds.test(known.value()),
                expected,
                actual.apply(known.value()),
                known.evidence()));
  }

  private static Pattern compile(String regex) {
    try {
      return Pattern.compile(regex);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException("regex must have RE2's syntax: " + e.getMessage(), e);
    }
  }
}

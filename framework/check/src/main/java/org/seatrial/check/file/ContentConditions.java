package org.seatrial.check.file;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Locale;
import java.util.function.Predicate;
import org.seatrial.check.Condition;
import org.seatrial.check.Judgement;
import org.seatrial.check.Printable;

/**
 * The conditions on what a file holds. To be imported statically. All are violated when nothing is
 * there, and undetermined when it is no regular file or has more than {@link ReadRequest#LIMIT}
 * bytes; digests have no such bound. Regular expressions have RE2's syntax and take linear time,
 * whatever the content.
 */
public final class ContentConditions {

  private ContentConditions() {}

  /** Require that this text occurs somewhere: {@code contain "ssl = on"}. */
  public static Condition<FileStatus> contain(String text) {
    String phrase = "contain " + Printable.quoted(text);
    return ofContent(phrase, "to " + phrase, content -> content.text().contains(text));
  }

  /**
   * Require that the expression matches somewhere in the whole text; {@code ^} and {@code $} are
   * its ends, unless {@code (?m)}.
   *
   * @throws IllegalArgumentException when it is no regular expression of RE2
   */
  public static Condition<FileStatus> match(String regex) {
    Pattern pattern = compile(regex);
    String phrase = "match /" + Printable.of(regex) + "/";
    return ofContent(phrase, "to " + phrase, content -> pattern.matcher(content.text()).find());
  }

  /** Require a line that is exactly this, its line end aside. */
  public static Condition<FileStatus> haveLine(String line) {
    String phrase = "have line " + Printable.quoted(line);
    return ofContent(phrase, "to " + phrase, content -> content.lines().contains(line));
  }

  /**
   * Require a line in which the expression matches somewhere.
   *
   * @throws IllegalArgumentException when it is no regular expression of RE2
   */
  public static Condition<FileStatus> haveLineMatching(String regex) {
    Pattern pattern = compile(regex);
    String phrase = "have a line matching /" + Printable.of(regex) + "/";
    return ofContent(
        phrase,
        "to " + phrase,
        content -> content.lines().stream().anyMatch(line -> pattern.matcher(line).find()));
  }

  /**
   * Require that the expression matches somewhere in every line; an empty file has none, so it
   * holds.
   *
   * @throws IllegalArgumentException when it is no regular expression of RE2
   */
  public static Condition<FileStatus> haveOnlyLinesMatching(String regex) {
    Pattern pattern = compile(regex);
    String phrase = "have only lines matching /" + Printable.of(regex) + "/";
    return ofContent(
        phrase,
        "to " + phrase,
        content -> content.lines().stream().allMatch(line -> pattern.matcher(line).find()));
  }

  /** Require exactly this text. */
  public static Condition<FileStatus> haveContent(String text) {
    String phrase = "have content " + Printable.quoted(text);
    return ofContent(
        phrase, "content " + Printable.quoted(text), content -> content.text().equals(text));
  }

  /** Require this digest, in hexadecimal. */
  public static Condition<FileStatus> haveSha256(String hex) {
    return ofDigest(DigestRequest.Algorithm.SHA256, hex);
  }

  /** Require this digest, in hexadecimal. */
  public static Condition<FileStatus> haveSha512(String hex) {
    return ofDigest(DigestRequest.Algorithm.SHA512, hex);
  }

  /** Require this digest, in hexadecimal; for sums that others published, not as a proof. */
  public static Condition<FileStatus> haveMd5(String hex) {
    return ofDigest(DigestRequest.Algorithm.MD5, hex);
  }

  private static Pattern compile(String regex) {
    try {
      return Pattern.compile(regex);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "regex must have RE2's syntax, but /"
              + Printable.of(regex)
              + "/ has not: "
              + e.getMessage(),
          e);
    }
  }

  private static Condition<FileStatus> ofContent(
      String phrase, String expected, Predicate<FileContent> predicate) {
    return Condition.ofFurther(
        phrase,
        expected,
        file -> ReadRequest.of(file.path()),
        (known, facts) ->
            Judgement.of(
                predicate.test(known.value()), expected, shown(known.value()), known.evidence()));
  }

  private static Condition<FileStatus> ofDigest(DigestRequest.Algorithm algorithm, String hex) {
    String expected = algorithm.phrase() + " " + hex.toLowerCase(Locale.ROOT);
    return Condition.ofFurther(
        "have " + expected,
        expected,
        file -> new DigestRequest(file.path(), algorithm),
        (known, facts) -> {
          String actual = algorithm.phrase() + " " + known.value();
          return Judgement.of(actual.equals(expected), expected, actual, known.evidence());
        });
  }

  private static String shown(FileContent content) {
    return content.size() + " bytes: " + Printable.quoted(Printable.of(content.text(), 200));
  }
}

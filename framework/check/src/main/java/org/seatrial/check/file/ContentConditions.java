package org.seatrial.check.file;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.seatrial.check.Condition;
import org.seatrial.check.Judgement;
import org.seatrial.check.Printable;
import org.seatrial.check.file.TextCondition.Seen;
import org.seatrial.check.value.JsonValue;
import org.seatrial.check.value.TextLook;

/**
 * The conditions on what a file holds, or anything else that holds text. To be imported statically.
 * All are violated when nothing is there, and undetermined when it is no regular file or has more
 * than {@link ReadRequest#LIMIT} bytes; digests have no such bound. Text is read as UTF-8. Regular
 * expressions have RE2's syntax and take linear time, whatever the content.
 */
public final class ContentConditions {

  private ContentConditions() {}

  /** Require that this text occurs somewhere: {@code contain "ssl = on"}. */
  public static Condition<TextSource> contain(String text) {
    return ofPlace("contain " + Printable.quoted(text), content -> content.indexOf(text));
  }

  /**
   * Require that the expression matches somewhere in the whole text; {@code ^} and {@code $} are
   * its ends, unless {@code (?m)}.
   *
   * @throws IllegalArgumentException when it is no regular expression of RE2
   */
  public static Condition<TextSource> match(String regex) {
    Pattern pattern = compile(regex);
    return ofPlace(
        "match /" + Printable.of(regex) + "/",
        content -> {
          Matcher matcher = pattern.matcher(content);
          return matcher.find() ? matcher.start() : -1;
        });
  }

  /** Require a line that is exactly this, its line end aside. */
  public static Condition<TextSource> haveLine(String line) {
    return ofLine("have line " + Printable.quoted(line), line::equals);
  }

  /**
   * Require a line in which the expression matches somewhere.
   *
   * @throws IllegalArgumentException when it is no regular expression of RE2
   */
  public static Condition<TextSource> haveLineMatching(String regex) {
    Pattern pattern = compile(regex);
    return ofLine(
        "have a line matching /" + Printable.of(regex) + "/", line -> pattern.matcher(line).find());
  }

  /**
   * Require that the expression matches somewhere in every line; an empty file has none, so it
   * holds.
   *
   * @throws IllegalArgumentException when it is no regular expression of RE2
   */
  public static Condition<TextSource> haveOnlyLinesMatching(String regex) {
    Pattern pattern = compile(regex);
    String phrase = "have only lines matching /" + Printable.of(regex) + "/";
    return ofContent(
        phrase,
        "to " + phrase,
        (content, source) -> {
          List<String> lines = content.lines();
          int[] others =
              IntStream.range(0, lines.size())
                  .filter(i -> !pattern.matcher(lines.get(i)).find())
                  .toArray();
          String counted =
              others.length
                  + " of "
                  + lines.size()
                  + (others.length == 1 ? " lines does not match" : " lines do not match");
          return others.length == 0
              ? new Seen(true, false, lines.size() + " lines, and all match")
              : new Seen(false, true, counted + ", first " + Excerpt.line(lines, others[0]));
        });
  }

  /** Require exactly this text. */
  public static Condition<TextSource> haveContent(String text) {
    String expected = "content " + Printable.quoted(text);
    return ofContent(
        "have " + expected,
        expected,
        (content, source) -> {
          String actual = content.text();
          String shown = "content " + Excerpt.quoted(actual);
          return actual.equals(text)
              ? new Seen(true, false, shown)
              : new Seen(false, false, shown + "; " + Excerpt.difference(actual, text));
        });
  }

  /**
   * Require that the condition holds of the text, as a number or a version as well: {@code have
   * content be at most 5}. The conditions are those of {@link
   * org.seatrial.check.value.ValueConditions}.
   */
  public static Condition<TextSource> haveContent(Condition<? super JsonValue> condition) {
    return new TextValueCondition(TextLook.whole("have content", condition));
  }

  /**
   * Require that the condition holds of a value in the JSON that it holds: {@code have JSON
   * /server/port be 8080}. Undetermined: it is no JSON document (RFC 8259), has a key twice, or is
   * nested deeper than 64 levels.
   *
   * @param pointer a JSON Pointer (RFC 6901), such as {@code /servers/0/port}; empty for the whole
   *     document
   * @throws IllegalArgumentException when it is no JSON Pointer
   */
  public static Condition<TextSource> haveJson(
      String pointer, Condition<? super JsonValue> condition) {
    return new TextValueCondition(TextLook.json("have JSON", pointer, condition));
  }

  /**
   * Require this digest.
   *
   * @param hex 64 hexadecimal digits
   */
  public static Condition<FileStatus> haveSha256(String hex) {
    return ofDigest(DigestRequest.Algorithm.SHA256, hex);
  }

  /**
   * Require this digest.
   *
   * @param hex 128 hexadecimal digits
   */
  public static Condition<FileStatus> haveSha512(String hex) {
    return ofDigest(DigestRequest.Algorithm.SHA512, hex);
  }

  /**
   * Require this digest; for sums that others published, not as a proof.
   *
   * @param hex 32 hexadecimal digits
   */
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

  /** Return a condition that holds where something is found in the text; -1 means that it isn't. */
  private static Condition<TextSource> ofPlace(String phrase, Function<String, Integer> find) {
    return ofContent(
        phrase,
        "to " + phrase,
        (content, source) -> {
          String text = content.text();
          int at = find.apply(text);
          return at < 0
              ? Seen.notFound(Excerpt.of(source, content))
              : Seen.found(Excerpt.lineAt(text, at));
        });
  }

  private static Condition<TextSource> ofLine(String phrase, Predicate<String> wanted) {
    return ofContent(
        phrase,
        "to " + phrase,
        (content, source) -> {
          List<String> lines = content.lines();
          for (int i = 0; i < lines.size(); i++) {
            if (wanted.test(lines.get(i))) {
              return Seen.found(Excerpt.line(lines, i));
            }
          }
          return Seen.notFound(Excerpt.of(source, content));
        });
  }

  private static Condition<TextSource> ofContent(
      String phrase, String expected, BiFunction<FileContent, TextSource, Seen> look) {
    return new TextCondition(phrase, expected, look);
  }

  private static Condition<FileStatus> ofDigest(DigestRequest.Algorithm algorithm, String hex) {
    String expected = algorithm.phrase() + " " + algorithm.requireHex(hex);
    return Condition.ofFurther(
        "have " + expected,
        expected,
        file -> new DigestRequest(file.path(), algorithm),
        (known, facts) -> {
          String actual = algorithm.phrase() + " " + known.value();
          return Judgement.of(actual.equals(expected), expected, actual, known.evidence());
        });
  }
}

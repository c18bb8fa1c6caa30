package org.seatrial.check.value;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.math.BigDecimal;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.seatrial.check.Condition;
import org.seatrial.check.Evidence;
import org.seatrial.check.Judgement;
import org.seatrial.check.Printable;
import org.seatrial.check.value.JsonValue.Kind;

/**
 * The conditions on a value that was found in text: on a text itself, or on a value of its JSON. To
 * be imported statically, and put into conditions that say where the value is found. All are
 * violated when nothing is there. A text that holds a number, spaces around it aside, counts as the
 * number; what is of a kind that can't be compared is undetermined.
 */
public final class ValueConditions {

  private ValueConditions() {}

  /** Require exactly this text: {@code be "on"}. A number is no text, even with these digits. */
  public static Condition<JsonValue> be(String text) {
    return ofValue(
        "be " + Printable.quoted(text),
        value -> value.kind() == Kind.STRING && value.text().equals(text));
  }

  /**
   * Require this number, however it is written: {@code be 8080}. Undetermined: it is no number.
   *
   * @throws IllegalArgumentException when the number is not finite
   */
  public static Condition<JsonValue> be(Number number) {
    return ofNumber("be ", number, order -> order == 0);
  }

  /** Require this truth value: {@code be true}. A text is none, whatever it says. */
  public static Condition<JsonValue> be(boolean truth) {
    return ofValue(
        "be " + truth,
        value -> value.kind() == Kind.BOOLEAN && value.text().equals(String.valueOf(truth)));
  }

  /** Require {@code null}, which is not the same as nothing being there: {@code be null}. */
  public static Condition<JsonValue> beNull() {
    return ofValue("be null", value -> value.kind() == Kind.NULL);
  }

  /**
   * Require a number below this one: {@code be less than 5}. Undetermined: it is no number.
   *
   * @throws IllegalArgumentException when the number is not finite
   */
  public static Condition<JsonValue> beLessThan(Number number) {
    return ofNumber("be less than ", number, order -> order < 0);
  }

  /**
   * Require this number or one below: {@code be at most 5}. Undetermined: it is no number.
   *
   * @throws IllegalArgumentException when the number is not finite
   */
  public static Condition<JsonValue> beAtMost(Number number) {
    return ofNumber("be at most ", number, order -> order <= 0);
  }

  /**
   * Require a number above this one: {@code be greater than 5}. Undetermined: it is no number.
   *
   * @throws IllegalArgumentException when the number is not finite
   */
  public static Condition<JsonValue> beGreaterThan(Number number) {
    return ofNumber("be greater than ", number, order -> order > 0);
  }

  /**
   * Require this number or one above: {@code be at least 5}. Undetermined: it is no number.
   *
   * @throws IllegalArgumentException when the number is not finite
   */
  public static Condition<JsonValue> beAtLeast(Number number) {
    return ofNumber("be at least ", number, order -> order >= 0);
  }

  /**
   * Require that the expression matches somewhere in the text, or in a number or truth value as
   * written: {@code be text matching /^on/}. Undetermined: it is an object, a list or null.
   *
   * @throws IllegalArgumentException when it is no regular expression of RE2
   */
  public static Condition<JsonValue> beTextMatching(String regex) {
    Pattern pattern = compile(regex);
    return of(
        "be text matching /" + Printable.of(regex) + "/",
        (value, look) ->
            switch (value.kind()) {
              case STRING, NUMBER, BOOLEAN -> look.of(pattern.matcher(value.text()).find());
              case OBJECT, ARRAY, NULL -> Judgement.undetermined(wrongKind(value, "text"));
            });
  }

  /**
   * Require a semantic version (semver.org) within this range: {@code be a semantic version in ^1.2
   * || >=3.1}. Undetermined: it is none.
   *
   * @param range comparisons that all must hold, with {@code ||} between alternatives: {@code = !=
   *     < <= > >=} and a version, {@code ^1.2} without a new major, {@code ~1.2.3} without a new
   *     minor version; {@code 1.x} and {@code 1} are any version of major 1. A pre-release is
   *     compared as semver.org orders it, before its release; {@code ^} and {@code ~} leave out
   *     those of the next version.
   * @throws IllegalArgumentException when the range is written otherwise
   */
  public static Condition<JsonValue> beSemanticVersionIn(String range) {
    SemanticRange versions = SemanticRange.parse(range);
    return of(
        "be a semantic version in " + Printable.of(range),
        (value, look) ->
            value.kind() == Kind.STRING
                ? SemanticVersion.parse(value.text().strip())
                    .map(version -> look.of(versions.contains(version)))
                    .orElseGet(() -> Judgement.undetermined(noVersion(value)))
                : Judgement.undetermined(noVersion(value)));
  }

  /**
   * Require so many elements of a list, members of an object, or characters of a text: {@code have
   * length 3}. Undetermined: it has no length.
   */
  public static Condition<JsonValue> haveLength(int length) {
    return of(
        "have length " + length,
        (value, look) ->
            switch (value.kind()) {
              case OBJECT -> look.of(value.members().size() == length);
              case ARRAY -> look.of(value.elements().size() == length);
              case STRING -> {
                int actual = value.text().codePointCount(0, value.text().length());
                yield Judgement.of(
                    actual == length,
                    look.expected(),
                    value.description() + ", length " + actual,
                    Evidence.none());
              }
              case NUMBER, BOOLEAN, NULL ->
                  Judgement.undetermined(wrongKind(value, "list, object or text"));
            });
  }

  /**
   * Require that the condition holds of the value that stands further inside: {@code have /port be
   * 8080}.
   *
   * @param pointer a JSON Pointer (RFC 6901) that starts at this value
   * @throws IllegalArgumentException when it is no JSON Pointer
   */
  public static Condition<JsonValue> haveValue(
      String pointer, Condition<? super JsonValue> condition) {
    JsonPointer place = JsonPointer.parse(pointer);
    String phrase = "have " + place + " " + condition.phrase();
    return Condition.of(
        phrase,
        "to " + phrase,
        (known, facts) ->
            Inner.judge(condition, TextLook.answer(place, known.value()), facts)
                .with("to " + phrase, known.evidence()));
  }

  /**
   * Require that the condition holds for an element of the list: {@code have an element be "on"}.
   * An empty list: violated. Undetermined: it is no list.
   */
  public static Condition<JsonValue> haveElement(Condition<? super JsonValue> condition) {
    return Elements.any(condition);
  }

  /**
   * Require that the condition holds for every element of the list: {@code have each element be
   * "on"}. An empty list: violated. Undetermined: it is no list.
   */
  public static Condition<JsonValue> haveEachElement(Condition<? super JsonValue> condition) {
    return Elements.each(condition);
  }

  /** What is expected, and the value that is looked at. */
  private record Sight(String expected, String actual) {
    Judgement of(boolean holds) {
      return Judgement.of(holds, expected, actual, Evidence.none());
    }
  }

  @FunctionalInterface
  private interface ValueLook {
    Judgement at(JsonValue value, Sight sight);
  }

  private static Condition<JsonValue> of(String phrase, ValueLook look) {
    String expected = "to " + phrase;
    return Condition.of(
        phrase,
        expected,
        (known, facts) -> look.at(known.value(), new Sight(expected, known.value().description())));
  }

  private static Condition<JsonValue> ofValue(String phrase, Predicate<JsonValue> wanted) {
    return of(phrase, (value, sight) -> sight.of(wanted.test(value)));
  }

  private static Condition<JsonValue> ofNumber(String verb, Number number, IntPredicate wanted) {
    BigDecimal bound = JsonNumber.of(number);
    return of(
        verb + number,
        (value, sight) ->
            JsonNumber.in(value)
                .fold(
                    known -> sight.of(wanted.test(known.value().compareTo(bound))),
                    absent -> Judgement.undetermined("no number is there"),
                    Judgement::undetermined));
  }

  private static String wrongKind(JsonValue value, String wanted) {
    return "it is no " + wanted + ", but " + value.kind().phrase() + ": " + value.description();
  }

  private static String noVersion(JsonValue value) {
    return "no semantic version can be read: " + value.description();
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
}

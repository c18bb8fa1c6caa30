package org.seatrial.check.value;

import static java.util.Objects.requireNonNull;

import java.util.function.Function;
import org.seatrial.check.Answer;
import org.seatrial.check.Answer.Known;
import org.seatrial.check.Condition;
import org.seatrial.check.Evidence;
import org.seatrial.check.Facts;
import org.seatrial.check.InspectionException;
import org.seatrial.check.Judgement;

/**
 * Puts a condition on a value to a text: to the whole of it, or to a value in the JSON that it is.
 * For those who make words for text from a further source. Text that is no JSON is undetermined.
 */
public final class TextLook implements Condition.Look<String> {

  private final String phrase;
  private final Function<String, Answer<JsonValue>> find;
  private final Condition<? super JsonValue> condition;

  private TextLook(
      String phrase,
      Function<String, Answer<JsonValue>> find,
      Condition<? super JsonValue> condition) {
    this.phrase = phrase;
    this.find = find;
    this.condition = requireNonNull(condition, "condition must not be null");
  }

  /**
   * Look at the whole text: {@code have content be less than 5}.
   *
   * @param verb the verb and the noun of the text, such as {@code have content}
   */
  public static TextLook whole(String verb, Condition<? super JsonValue> condition) {
    return new TextLook(
        verb + " " + condition.phrase(), text -> Answer.known(JsonValue.of(text)), condition);
  }

  /**
   * Look at a value in the text's JSON: {@code have JSON /server/port be 8080}.
   *
   * @param verb the verb and the noun of the document, such as {@code have JSON}
   * @param pointer a JSON Pointer (RFC 6901); empty for the whole document
   * @throws IllegalArgumentException when it is no JSON Pointer
   */
  public static TextLook json(String verb, String pointer, Condition<? super JsonValue> condition) {
    JsonPointer place = JsonPointer.parse(pointer);
    return new TextLook(
        verb + " " + place + " " + condition.phrase(), text -> find(place, text), condition);
  }

  private static Answer<JsonValue> find(JsonPointer place, String text) {
    try {
      return answer(place, JsonValue.parse("the text", text));
    } catch (InspectionException e) {
      return Answer.unknown(e);
    }
  }

  static Answer<JsonValue> answer(JsonPointer place, JsonValue document) {
    return place
        .in(document)
        .<Answer<JsonValue>>map(value -> new Known<>(value, Evidence.none()))
        .orElseGet(Answer::absent);
  }

  /** Return the words that follow "should". */
  public String phrase() {
    return phrase;
  }

  /** Return what must be, for a failure. */
  public String expected() {
    return "to " + phrase;
  }

  @Override
  public Judgement at(Known<? extends String> known, Facts facts) {
    return Inner.judge(condition, find.apply(known.value()), facts)
        .with(expected(), known.evidence());
  }
}

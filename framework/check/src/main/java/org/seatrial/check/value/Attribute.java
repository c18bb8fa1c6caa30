package org.seatrial.check.value;

import java.util.function.Function;
import org.seatrial.check.Answer;
import org.seatrial.check.Condition;

/**
 * Puts a condition on a value to an attribute that a subject has beside its text: a number or a
 * name. For those who make words for the attributes of a further subject.
 */
public final class Attribute {

  private Attribute() {}

  /**
   * Return the condition that holds when the other holds of the attribute: {@code have uid be less
   * than 1000}. Violated when the subject is not there.
   *
   * @param verb the verb and the noun of the attribute, such as {@code have uid}
   * @param attribute returns the attribute of what is observed, which always has one
   * @param condition what must be true of the attribute
   */
  public static <S> Condition<S> condition(
      String verb, Function<S, JsonValue> attribute, Condition<? super JsonValue> condition) {
    String phrase = verb + " " + condition.phrase();
    String expected = "to " + phrase;
    return Condition.of(
        phrase,
        expected,
        (known, facts) ->
            Inner.judge(condition, Answer.known(attribute.apply(known.value())), facts)
                .with(expected, known.evidence()));
  }
}

package org.seatrial.check.value;

import static java.util.Objects.requireNonNull;

import java.util.function.Function;
import org.seatrial.check.Answer;
import org.seatrial.check.Condition;

/**
 * An attribute that a subject has, a number or a text, on which conditions on values can be put.
 * For those who make words for the attributes of a further subject.
 *
 * @param verb the verb and the noun of the attribute, such as {@code have uid}
 * @param value returns the attribute of what is observed, which always has one
 */
public record Attribute<S>(String verb, Function<S, JsonValue> value) {

  public Attribute {
    requireNonNull(verb, "verb must not be null");
    requireNonNull(value, "value must not be null");
  }

  /**
   * Return the condition that holds when the other holds of the attribute: {@code have uid be less
   * than 1000}. Violated when the subject is not there.
   */
  public Condition<S> condition(Condition<? super JsonValue> condition) {
    String phrase = verb + " " + condition.phrase();
    String expected = "to " + phrase;
    return Condition.of(
        phrase,
        expected,
        (known, facts) ->
            Inner.judge(condition, Answer.known(value.apply(known.value())), facts)
                .with(expected, known.evidence()));
  }
}

package org.seatrial.check.value;

import java.util.List;
import org.seatrial.check.Answer;
import org.seatrial.check.Condition;
import org.seatrial.check.Evidence;
import org.seatrial.check.Facts;
import org.seatrial.check.Judgement;
import org.seatrial.check.Judgement.Holds;
import org.seatrial.check.Judgement.Undetermined;
import org.seatrial.check.Judgement.Violated;

/** Conditions on the elements of a list, three-valued as the combinations of conditions are. */
final class Elements {

  private Elements() {}

  /** Return the condition that an element decides alone by holding. */
  static Condition<JsonValue> any(Condition<? super JsonValue> condition) {
    return of("have an element " + condition.phrase(), condition, Holds.class);
  }

  /** Return the condition that an element decides alone by being violated. */
  static Condition<JsonValue> each(Condition<? super JsonValue> condition) {
    return of("have each element " + condition.phrase(), condition, Violated.class);
  }

  private static Condition<JsonValue> of(
      String phrase, Condition<? super JsonValue> condition, Class<? extends Judgement> deciding) {
    String expected = "to " + phrase;
    return Condition.of(
        phrase,
        expected,
        (known, facts) -> {
          JsonValue list = known.value();
          if (list.kind() != JsonValue.Kind.ARRAY) {
            return Judgement.undetermined(
                "it is no list, but " + list.kind().phrase() + ": " + list.description());
          }
          if (list.elements().isEmpty()) {
            return Judgement.of(false, expected, list.description(), Evidence.none());
          }
          List<Judgement> all =
              list.elements().stream().map(element -> judge(condition, element, facts)).toList();
          return decided(all, deciding, list, expected);
        });
  }

  private static Judgement judge(
      Condition<? super JsonValue> condition, JsonValue element, Facts facts) {
    return condition.judge(Answer.known(element), facts);
  }

  private static Judgement decided(
      List<Judgement> all, Class<? extends Judgement> deciding, JsonValue list, String expected) {
    for (Class<? extends Judgement> kind : List.of(deciding, Undetermined.class)) {
      for (int i = 0; i < all.size(); i++) {
        if (kind.isInstance(all.get(i))) {
          return new Inner(all.get(i)).with(expected, Evidence.none());
        }
      }
    }
    return Judgement.of(deciding == Violated.class, expected, list.description(), Evidence.none());
  }
}

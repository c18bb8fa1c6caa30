package org.seatrial.check.value;

import static org.seatrial.check.file.ContentConditions.haveJson;
import static org.seatrial.check.file.FileSubjects.file;

import org.seatrial.check.Condition;
import org.seatrial.check.contract.ConditionContract;
import org.seatrial.check.contract.ConditionExample;
import org.seatrial.check.file.FileStatus;
import org.seatrial.check.madeup.MadeUpPlace;

/** The contract of conditions for a condition on a value, put to {@code /v} of a JSON file. */
abstract class ValueContract extends ConditionContract<FileStatus> {

  private final Condition<JsonValue> condition;
  private final String phrase;
  private String good = "";
  private String goodShown = "";
  private String bad = "";
  private String badShown = "";

  ValueContract(Condition<JsonValue> condition, String phrase) {
    this.condition = condition;
    this.phrase = phrase;
  }

  /** Say where it holds, and what is shown of it. */
  final ValueContract holds(String json, String shown) {
    good = json;
    goodShown = shown;
    return this;
  }

  /** Say where it is violated, and what is shown of it. */
  final ValueContract isViolated(String json, String shown) {
    bad = json;
    badShown = shown;
    return this;
  }

  @Override
  protected ConditionExample<FileStatus> example() {
    String whole = "have JSON /v " + phrase;
    return ConditionExample.of(file("/etc/app.json"), haveJson("/v", condition), whole)
        .holdsIn(place(good))
        .isViolatedIn(place(bad), message(whole, "to " + whole, badShown))
        .negated(message("not " + whole, "not to " + whole, goodShown))
        .absent(message(whole, "to " + whole, "nothing is there"));
  }

  private static MadeUpPlace place(String json) {
    return MadeUpPlace.empty().with("/etc/app.json", "{\n\"v\": " + json + "}\n");
  }

  private static String message(String phrase, String expected, String actual) {
    return """
    file /etc/app.json should %s   → FAILED (1 finding) in made-up place
      expected:  %s
      but was:   %s
    """
        .formatted(phrase, expected, actual);
  }
}

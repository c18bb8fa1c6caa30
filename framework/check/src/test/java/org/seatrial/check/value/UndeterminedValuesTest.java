package org.seatrial.check.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.seatrial.check.Conditions.either;
import static org.seatrial.check.Conditions.exist;
import static org.seatrial.check.Conditions.not;
import static org.seatrial.check.Conditions.notExist;
import static org.seatrial.check.file.ContentConditions.haveContent;
import static org.seatrial.check.file.ContentConditions.haveJson;
import static org.seatrial.check.file.FileSubjects.file;
import static org.seatrial.check.value.ValueConditions.be;
import static org.seatrial.check.value.ValueConditions.beAtLeast;
import static org.seatrial.check.value.ValueConditions.beLessThan;
import static org.seatrial.check.value.ValueConditions.beSemanticVersionIn;
import static org.seatrial.check.value.ValueConditions.beTextMatching;
import static org.seatrial.check.value.ValueConditions.haveEachElement;
import static org.seatrial.check.value.ValueConditions.haveElement;
import static org.seatrial.check.value.ValueConditions.haveLength;
import static org.seatrial.check.value.ValueConditions.haveValue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seatrial.check.Condition;
import org.seatrial.check.Inspection;
import org.seatrial.check.Outcome;
import org.seatrial.check.Verdict;
import org.seatrial.check.file.FileContent;
import org.seatrial.check.file.FileStatus;
import org.seatrial.check.file.TextSource;
import org.seatrial.check.madeup.MadeUpPlace;

/** What can't be compared passes nothing, and no negation of it. */
class UndeterminedValuesTest {

  private static Verdict verdict(String text, Condition<TextSource> condition) {
    return Inspection.of(MadeUpPlace.empty().with("/x", text))
        .verdicts(List.of(file("/x").should(condition)))
        .get(0);
  }

  private static void assertUndetermined(String text, Condition<TextSource> condition, String why) {
    for (Condition<TextSource> each : List.of(condition, not(condition))) {
      Verdict verdict = verdict(text, each);
      assertThat(verdict.outcome()).as(verdict.message()).isEqualTo(Outcome.UNDETERMINED);
      assertThat(verdict.message())
          .startsWith("could not determine whether " + verdict.check().sentence() + ": " + why);
    }
  }

  static Stream<Arguments> values() {
    return Stream.of(
        Arguments.of(be(1), "\"one\"", "no number can be read: line 1: \"one\""),
        Arguments.of(be(1), "\"0x1\"", "no number can be read: line 1: \"0x1\""),
        Arguments.of(be(1), "\"\u0661\"", "no number can be read: line 1: \"\u0661\""),
        Arguments.of(be(1), "\"NaN\"", "no number can be read: line 1: \"NaN\""),
        Arguments.of(be(1), "null", "no number can be read: line 1: null"),
        Arguments.of(be(1), "true", "no number can be read: line 1: true"),
        Arguments.of(beLessThan(1), "{}", "no number can be read: line 1: an object of 0 members"),
        Arguments.of(beLessThan(1), "1e99999999999", "no number can be read: line 1: 1e999"),
        Arguments.of(
            beLessThan(1), "1".repeat(1001), "the number has 1001 digits, more than are read"),
        Arguments.of(
            beTextMatching("a"), "[\"a\"]", "it is no text, but a list: line 1: a list of 1 elem"),
        Arguments.of(beTextMatching("n"), "null", "it is no text, but null: line 1: null"),
        Arguments.of(haveLength(1), "1", "it is no list, object or text, but a number: line 1: 1"),
        Arguments.of(haveElement(be(1)), "{}", "it is no list, but an object: line 1: an object"),
        Arguments.of(haveEachElement(be(1)), "1", "it is no list, but a number: line 1: 1"),
        Arguments.of(haveElement(be(1)), "[2, \"x\", 3]", "no number can be read: line 1: \"x\""),
        Arguments.of(haveEachElement(be(1)), "[1, \"x\"]", "no number can be read: line 1: \"x\""),
        Arguments.of(haveValue("/a", be(1)), "{\"a\": []}", "no number can be read: line 1: a li"),
        Arguments.of(
            beSemanticVersionIn("1.x"), "\"1.2\"", "no semantic version can be read: line 1: \"1"),
        Arguments.of(
            beSemanticVersionIn("1.x"), "1.2", "no semantic version can be read: line 1: 1.2"));
  }

  @ParameterizedTest
  @MethodSource("values")
  void passes_nothing_on_a_value_of_the_wrong_kind(
      Condition<JsonValue> condition, String json, String why) {
    assertUndetermined(json, haveJson("", condition), why);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "port = 80",
        "{\"a\": 1, \"a\": 1}",
        "NaN",
        "[1,]",
        "{} {}",
        "\u0000",
        "\uFEFF{}"
      })
  void passes_nothing_on_what_is_no_json(String text) {
    assertUndetermined(text, haveJson("/a", be(1)), "the text");
    assertUndetermined(text, haveJson("/a", exist()), "the text");
    assertUndetermined(text, haveJson("/a", notExist()), "the text");
  }

  @Test
  void passes_nothing_on_text_that_is_no_number_or_version() {
    assertUndetermined("80 ports\n", haveContent(beLessThan(90)), "no number can be read: \"80 p");
    assertUndetermined("", haveContent(beLessThan(90)), "no number can be read: \"\"");
    assertUndetermined(
        "v1.2.3\n", haveContent(beSemanticVersionIn("1")), "no semantic version can be read: \"v1");
  }

  @Test
  void passes_nothing_on_a_file_that_is_too_large() {
    MadeUpPlace large =
        MadeUpPlace.empty()
            .with(FileStatus.regular("/x"), FileContent.of(" ".repeat((8 << 20) + 1)).text());
    for (Condition<TextSource> condition :
        List.<Condition<TextSource>>of(haveContent(be(1)), haveJson("/a", notExist()))) {
      for (Condition<TextSource> each : List.of(condition, not(condition))) {
        Verdict verdict = Inspection.of(large).verdicts(List.of(file("/x").should(each))).get(0);
        assertThat(verdict.outcome()).as(verdict.message()).isEqualTo(Outcome.UNDETERMINED);
      }
    }
  }

  @Test
  void lets_one_side_decide_where_the_other_can_not_be_compared() {
    assertThat(verdict("{\"a\": \"x\"}", haveJson("/a", either(be(1), be("x")))).outcome())
        .isEqualTo(Outcome.PASSED);
    assertThat(verdict("[\"x\", 1]", haveJson("", haveElement(be(1)))).outcome())
        .isEqualTo(Outcome.PASSED);
    assertThat(verdict("[\"x\", 2]", haveJson("", haveEachElement(be(1)))).outcome())
        .isEqualTo(Outcome.FAILED);
  }

  @Test
  void compares_giant_and_tiny_numbers_at_once() {
    assertThat(verdict("1e999999999", haveContent(beLessThan(5))).outcome())
        .isEqualTo(Outcome.FAILED);
    assertThat(verdict("-1e999999999", haveJson("", beLessThan(5))).outcome())
        .isEqualTo(Outcome.PASSED);
    assertThat(verdict("1e-999999999", haveJson("", be(0))).outcome()).isEqualTo(Outcome.FAILED);
    assertThat(verdict("0e999999999", haveJson("", be(0))).outcome()).isEqualTo(Outcome.PASSED);
    assertThat(verdict("9007199254740993", haveJson("", be(9007199254740992L))).outcome())
        .isEqualTo(Outcome.FAILED);
    assertThat(verdict("1".repeat(1000), haveContent(beAtLeast(5))).outcome())
        .isEqualTo(Outcome.PASSED);
  }

  @Test
  void tells_what_is_not_there_from_what_is_null() {
    assertThat(verdict("{\"a\": null}", haveJson("/a", exist())).outcome())
        .isEqualTo(Outcome.PASSED);
    assertThat(verdict("{\"a\": null}", haveJson("/b", exist())).outcome())
        .isEqualTo(Outcome.FAILED);
    assertThat(verdict("{\"a\": null}", haveJson("/b", notExist())).outcome())
        .isEqualTo(Outcome.PASSED);
    assertThat(verdict("{\"a\": null}", haveJson("/b", not(be(1)))).outcome())
        .isEqualTo(Outcome.PASSED);
  }

  @Test
  void refuses_conditions_that_mean_nothing() {
    assertThatThrownBy(() -> be(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("number must be finite, but was NaN");
    assertThatThrownBy(() -> haveJson("a.b", be(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("pointer must be a JSON Pointer such as /servers/0/port, but was \"a.b\"");
    assertThatThrownBy(() -> beTextMatching("("))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("regex must have RE2's syntax, but /(/ has not: ");
  }
}

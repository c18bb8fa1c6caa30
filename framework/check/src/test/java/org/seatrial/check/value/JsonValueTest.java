package org.seatrial.check.value;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seatrial.check.InspectionException;
import org.seatrial.check.value.JsonValue.Kind;

/** The reader of JSON, mostly on what it must refuse. */
class JsonValueTest {

  private static JsonValue parse(String text) {
    return JsonValue.parse("the text", text);
  }

  private static JsonValue member(JsonValue object, String name) {
    return requireNonNull(object.members().get(name));
  }

  @Test
  void reads_every_kind_of_value_and_where_it_stands() {
    JsonValue json =
        parse(
            "{\"a\": [\"\\u0041\\n"
                + "\\/\", -1.50e+3,\r\n"
                + " true],\n"
                + "\t\"b\": null, \"\": {}, \"c\": []}");
    assertThat(json.members().keySet()).containsExactly("a", "b", "", "c");
    List<JsonValue> list = member(json, "a").elements();
    assertThat(list).extracting(JsonValue::text).containsExactly("A\n/", "-1.50e+3", "true");
    assertThat(list)
        .extracting(JsonValue::kind)
        .containsExactly(Kind.STRING, Kind.NUMBER, Kind.BOOLEAN);
    assertThat(list.get(1).line()).isEqualTo(1);
    assertThat(list.get(1).column()).isEqualTo(22);
    assertThat(list.get(2)).hasToString("line 2: true");
    assertThat(list.get(2).column()).isEqualTo(2);
    assertThat(member(json, "b").kind()).isEqualTo(Kind.NULL);
    assertThat(member(json, "b")).hasToString("line 3: null");
    assertThat(member(json, "c").elements()).isEmpty();
    assertThat(json.text()).isEmpty();
  }

  @Test
  void is_equal_to_the_same_value_elsewhere() {
    assertThat(parse("[1, {\"a\": \"x\"}]")).isEqualTo(parse("\n[ 1,{\"a\":\"x\"} ]"));
    assertThat(parse("[1]")).hasSameHashCodeAs(parse(" [1]")).isNotEqualTo(parse("[1.0]"));
    assertThat(parse("\"1\"")).isNotEqualTo(parse("1")).isEqualTo(JsonValue.of("1"));
  }

  @Test
  void can_not_be_changed() {
    JsonValue json = parse("{\"a\": [1]}");
    Map<String, JsonValue> members = json.members();
    assertThatThrownBy(members::clear).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> member(json, "a").elements().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[1,] | line 1, column 4: must be a value, but was ']'",
        "[1 2] | line 1, column 4: must be ']', but was '2'",
        "[1 | line 1, column 3: must be ']', but was the end",
        "{\"a\" 1} | line 1, column 6: must be ':', but was '1'",
        "{\"a\": 1,} | line 1, column 9: must be the name of a member, but was '}'",
        "{a: 1} | line 1, column 2: must be the name of a member, but was 'a'",
        "NaN | line 1, column 1: must be a value, but was \"NaN\"",
        "-Infinity | line 1, column 1: must be a value, but was \"-Infinity\"",
        "01 | line 1, column 1: must be a value, but was \"01\"",
        "1. | line 1, column 1: must be a value, but was \"1.\"",
        "+1 | line 1, column 1: must be a value, but was \"+1\"",
        "TRUE | line 1, column 1: must be a value, but was \"TRUE\"",
        "\"\\x\" | line 1, column 3: must be a character that can be escaped, but was 'x'",
        "\"\\u12g4\" | line 1, column 6: must be a hexadecimal digit, but was 'g'",
        "\"a | line 1, column 3: must be '\"', but was the end",
        "{\"a\": 1, \"\\u0061\": 2} | line 1, column 10: has the member \"a\" a second time"
      })
  void says_where_a_document_is_wrong(String text, String message) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(InspectionException.class)
        .hasMessage("the text, " + message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"a\tb\"", "\"\u0000\"", "\u0000", "{\u0000}", "[1\u00a0]", "\uFEFF1", "'a'"})
  void refuses_characters_that_are_out_of_place(String text) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(InspectionException.class)
        .hasMessageStartingWith("the text, line 1, column ");
  }

  @Test
  void bounds_size_depth_and_number() {
    assertThat(parse("[".repeat(64) + "]".repeat(64)).elements()).hasSize(1);
    assertThatThrownBy(() -> parse("[".repeat(8_000_000)))
        .hasMessage("the text, line 1, column 65: is nested deeper than 64 levels");
    assertThatThrownBy(() -> parse("{\"a\":".repeat(1_000_000)))
        .hasMessageEndingWith("is nested deeper than 64 levels");
    assertThatThrownBy(() -> parse("[" + "0,".repeat(500_000) + "0]"))
        .hasMessageEndingWith("has more than 500000 values");
    assertThatThrownBy(() -> parse(" ".repeat((8 << 20) + 1)))
        .hasMessage("the text has 8388609 characters, more than the 8388608 that are read");
    assertThat(parse("1".repeat(8 << 20)).kind()).isEqualTo(Kind.NUMBER);
  }

  @Test
  void replaces_surrogates_without_a_partner() {
    assertThat(parse("\"\\ud800x\\udc80\\ud83d\\ude00\"").text())
        .isEqualTo("\uFFFDx\uFFFD\uD83D\uDE00");
    assertThatThrownBy(() -> parse("{\"\\ud800\": 1, \"\\udbff\": 2}"))
        .hasMessageEndingWith("has the member \"\uFFFD\" a second time");
  }
}

package org.seatrial.image.oci;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seatrial.check.InspectionException;

class JsonTest {

  private static Json read(String text) {
    return JsonReader.read("the document", text.getBytes(UTF_8));
  }

  @Test
  void reads_every_kind_of_value() {
    Json json = read("{\"a\": [\"x\", \"y\"], \"b\": {\"c\": 7, \"d\": true, \"e\": null}}");
    assertThat(json.get("a").texts()).containsExactly("x", "y");
    assertThat(json.get("b").get("c").requiredNumber()).isEqualTo(7);
    assertThat(json.get("b").get("d").isTrue()).isTrue();
    assertThat(json.get("b").get("e").isMissing()).isTrue();
    assertThat(json.get("b").get("f").get("g").isMissing()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | the document is empty, but must be a JSON document",
        "`{\"a\": 1, \"a\": 2}` | the document, line 1, column 10: has the member \"a\" a second"
            + " time",
        "`[1] [2]` | the document, line 1, column 5: nothing more may follow the document",
        "`{\"a\": 1}}` | the document, line 1, column 9: nothing more may follow the document",
        "`{\"a\":\n  x}` | the document, line 2, column 3: must be a value, but was \"x\""
      })
  void says_where_a_document_is_wrong(String text, String message) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(InspectionException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[",
        "[1,",
        "\"x",
        "{\"a\"}",
        "{a: 1}",
        "{'a': 1}",
        "[1,]",
        "[01]",
        "nul",
        "NaN",
        "// x\n1",
        "\uFEFF{}",
        "\u0000",
        "{\"a\u0000\": 1}",
        "\"\n\"",
        "\"\\u12\"",
        "PK\u0003\u0004"
      })
  void refuses_what_is_no_json(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(InspectionException.class)
        .hasMessageStartingWith("the document, line ");
  }

  @Test
  void refuses_a_second_spelling_of_the_same_key() {
    assertThatThrownBy(() -> read("{\"User\": \"1001\", \"user\": \"0\"}").get("User"))
        .hasMessage(
            "the document, line 1, column 26, field user: is there in two spellings, and engines"
                + " take them for the same");
    assertThat(read("{\"user\": \"0\"}").get("User").text()).isEqualTo("0");
  }

  @Test
  void bounds_the_depth() {
    assertThat(read("[".repeat(64) + "]".repeat(64)).elements()).hasSize(1);
    assertThatThrownBy(() -> read("[".repeat(65) + "]".repeat(65)))
        .hasMessage("the document, line 1, column 65: is nested deeper than 64 levels");
    assertThatThrownBy(() -> read("[".repeat(4_000_000)))
        .hasMessage("the document, line 1, column 65: is nested deeper than 64 levels");
    assertThatThrownBy(() -> read("{\"a\":".repeat(1_000_000)))
        .hasMessageContaining("is nested deeper than 64 levels");
  }

  @Test
  void bounds_the_number_of_values() {
    assertThatThrownBy(() -> read("[" + "[],".repeat(500_000) + "0]"))
        .hasMessage("the document, line 1, column 1499999: has more than 500000 values");
  }

  @Test
  void bounds_the_size() {
    assertThatThrownBy(() -> JsonReader.read("the document", new byte[(8 << 20) + 1]))
        .hasMessage("the document has 8388609 bytes, more than the 8388608 that are read");
  }

  @Test
  void does_not_spend_memory_on_long_paths() {
    // Each of 300,000 values would have a path of 40,000 characters.
    String text = "{\"" + "k".repeat(40_000) + "\":[" + "0,".repeat(300_000) + "\"x\"]}";
    Json last = read(text).members().values().iterator().next().elements().get(300_000);
    assertThatThrownBy(last::requiredNumber)
        .hasMessageStartingWith("the document, line 1, column 640006, field kkkk")
        .hasMessageEndingWith(
            "(39920 more characters)[300000]: must be a whole number, but was \"x\"");
  }

  @Test
  void makes_text_well_formed_as_the_engines_do() {
    byte[] latin = "{\"a\": \"sch\u00f6n\"}".getBytes(ISO_8859_1);
    assertThat(JsonReader.read("the document", latin).get("a").text()).isEqualTo("sch\uFFFDn");
    assertThat(read("{\"a\": \"\\ud800x\\udc80\\ud83d\\ude00\"}").get("a").text())
        .isEqualTo("\uFFFDx\uFFFD\uD83D\uDE00");
  }

  @Test
  void complains_of_the_wrong_kind_of_value() {
    Json json = read("{\"a\": {\"b\": [1.5, \"x\\n\", {}, null, 99999999999999999999]}}");
    Json list = json.get("a").get("b");
    assertThatThrownBy(list::text)
        .hasMessage("the document, line 1, column 13, field a.b: must be text, but was a list");
    assertThatThrownBy(() -> list.elements().get(0).number())
        .hasMessage(
            "the document, line 1, column 14, field a.b[0]: must be a whole number of 64 bits, but"
                + " was 1.5");
    assertThatThrownBy(() -> list.elements().get(1).isTrue())
        .hasMessage(
            "the document, line 1, column 19, field a.b[1]: must be true or false, but was"
                + " \"x\\n\"");
    assertThatThrownBy(() -> list.elements().get(2).elements())
        .hasMessage(
            "the document, line 1, column 26, field a.b[2]: must be a list, but was an object");
    assertThatThrownBy(list::texts)
        .hasMessage("the document, line 1, column 14, field a.b[0]: must be text, but was 1.5");
    assertThatThrownBy(() -> list.elements().get(4).number())
        .hasMessageEndingWith("must be a whole number of 64 bits, but was 99999999999999999999");
    assertThatThrownBy(() -> json.get("c").requiredText())
        .hasMessage("the document, line 1, column 1, field c: must be text, but is missing");
  }
}

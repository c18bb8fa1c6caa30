package org.seatrial.check.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pointers of RFC 6901, with the document of its section 5. */
class JsonPointerTest {

  private static final JsonValue DOCUMENT =
      JsonValue.parse(
          "the document",
          """
          {"foo": ["bar", "baz"], "": 0, "a/b": 1, "c%d": 2, "e^f": 3, "g|h": 4, "i\\\\j": 5,
           "k\\"l": 6, " ": 7, "m~n": 8, "~1": 9, "o": {"": {"": 10}}, "0": 11, "-": 12}
          """);

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      quoteCharacter = '`',
      value = {
        "/foo/0,bar",
        "/foo/1,baz",
        "/,0",
        "/a~1b,1",
        "/c%d,2",
        "/e^f,3",
        "/g|h,4",
        "/i\\j,5",
        "/k\"l,6",
        "/ ,7",
        "/m~0n,8",
        "/~01,9",
        "/o//,10",
        "/0,11",
        "/-,12"
      })
  void finds_what_stands_there(String pointer, String text) {
    assertThat(JsonPointer.parse(pointer).in(DOCUMENT)).map(JsonValue::text).hasValue(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/foo/2",
        "/foo/-",
        "/foo/00",
        "/foo/01",
        "/foo/-1",
        "/foo/+1",
        "/foo/",
        "/foo/\u0660",
        "/foo/99999999999",
        "/foo/0/x",
        "/nothing",
        "/nothing/more",
        "//",
        "/o/0"
      })
  void finds_nothing_where_nothing_is(String pointer) {
    assertThat(JsonPointer.parse(pointer).in(DOCUMENT)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"foo", "#/foo", "/~", "/~2", "/a~", "$.foo", " /foo"})
  void refuses_what_is_no_pointer(String pointer) {
    assertThatThrownBy(() -> JsonPointer.parse(pointer))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "pointer must be a JSON Pointer such as /servers/0/port, but was \"" + pointer + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/foo", "/"})
  void takes_the_empty_pointer_for_the_whole(String pointer) {
    assertThat(JsonPointer.parse(pointer).in(DOCUMENT)).isPresent();
    assertThat(JsonPointer.parse("").in(DOCUMENT)).containsSame(DOCUMENT);
    assertThat(JsonPointer.parse("")).hasToString("document");
  }
}

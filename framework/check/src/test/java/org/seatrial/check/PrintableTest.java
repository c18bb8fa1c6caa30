package org.seatrial.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text from an image, fit to be shown. */
class PrintableTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain",
        "a b",
        "Grüße",
        "日本語",
        "😀",
        "a\\nb",
        "\"quoted\"",
        "e\u0301",
        "'<&>"
      })
  void leaves_what_is_printable(String text) {
    assertThat(Printable.of(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "000a, \\n",
    "0009, \\t",
    "000d, \\r",
    "0000, \\u0000",
    "001b, \\u001b",
    "007f, \\u007f",
    "0085, \\u0085",
    "009b, \\u009b",
    "00a0, \\u00a0",
    "00ad, \\u00ad",
    "200b, \\u200b",
    "200e, \\u200e",
    "202a, \\u202a",
    "202e, \\u202e",
    "2028, \\u2028",
    "2029, \\u2029",
    "2066, \\u2066",
    "2069, \\u2069",
    "3000, \\u3000",
    "feff, \\ufeff",
    "fffe, \\ufffe",
    "dc80, \\x80",
    "dcff, \\xff",
    "dc00, \\udc00",
    "d800, \\ud800",
    "e0001, \\u{e0001}",
    "e0041, \\u{e0041}",
    "10ffff, \\u{10ffff}"
  })
  void escapes_what_is_not(String codePoint, String shown) {
    String text = Character.toString(Integer.parseInt(codePoint, 16));
    assertThat(Printable.of("a" + text + "z")).isEqualTo("a" + shown + "z");
  }

  @Test
  void takes_the_sting_out_of_terminal_sequences() {
    assertThat(Printable.of("\u001b]0;owned\u0007\u001b[31mred\u009b0m"))
        .isEqualTo("\\u001b]0;owned\\u0007\\u001b[31mred\\u009b0m");
  }

  @Test
  void takes_the_sting_out_of_text_that_turns_its_direction() {
    assertThat(Printable.of("/usr/bin/\u202egnp.exe")).isEqualTo("/usr/bin/\\u202egnp.exe");
  }

  @Test
  void cuts_what_is_long_and_says_how_much_is_missing() {
    assertThat(Printable.of("x".repeat(Printable.LIMIT))).hasSize(Printable.LIMIT);
    assertThat(Printable.of("x".repeat(Printable.LIMIT + 1)))
        .isEqualTo("x".repeat(1_970) + "… (31 more characters)");
    assertThat(Printable.of("abcdef", 4)).isEqualTo("abcd… (2 more characters)");
    assertThat(Printable.of("abcd", 4)).isEqualTo("abcd");
  }

  @Test
  void never_cuts_a_character_in_two() {
    assertThat(Printable.of("ab😀cd", 3)).isEqualTo("ab… (4 more characters)");
    assertThat(Printable.of("ab😀cd", 4)).isEqualTo("ab😀… (2 more characters)");
    assertThat(Printable.of("ab\u001bcd", 5)).isEqualTo("ab… (3 more characters)");
  }

  @Test
  void quotes() {
    assertThat(Printable.quoted("say \"hi\"\n")).isEqualTo("\"say \\\"hi\\\"\\n\"");
    assertThat(Printable.quoted("\"".repeat(10_000))).hasSizeLessThan(Printable.LIMIT);
  }

  @Test
  void looks_at_no_more_than_it_shows() {
    String huge = "\u001b😀\udc80".repeat(1_000_000);
    assertTimeout(
        Duration.ofSeconds(2),
        () -> {
          for (int i = 0; i < 1_000; i++) {
            assertThat(Printable.of(huge)).hasSizeLessThanOrEqualTo(Printable.LIMIT);
          }
        });
  }

  @RepeatedTest(200)
  void changes_nothing_the_second_time(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(3_000);
    for (int i = 0; i < length; i++) {
      text.append((char) (random.nextBoolean() ? random.nextInt(0x100) : random.nextInt(0x10000)));
    }
    String once = Printable.of(text.toString());
    assertThat(once).hasSizeLessThanOrEqualTo(Printable.LIMIT).doesNotContainPattern("\\p{Cntrl}");
    assertThat(Printable.of(once)).isEqualTo(once);
  }
}

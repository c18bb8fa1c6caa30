package org.seatrial.check.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Permission bits, in octal and in chmod's symbols. */
class ModeTest {

  @ParameterizedTest
  @CsvSource({
    "644, 0644",
    "0644, 0644",
    "0o644, 0644",
    "4755, 4755",
    "04755, 4755",
    "0, 0000",
    "7, 0007",
    "7777, 7777",
    "00000, 0000"
  })
  void reads_octal(String text, String shown) {
    assertThat(Mode.parse(text)).hasToString(shown);
    assertThat(Mode.parse(Mode.parse(text).toString())).isEqualTo(Mode.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0o",
        "8",
        "0648",
        "10000",
        "17777",
        "000644",
        "-644",
        "+644",
        " 644",
        "rw-r--r--",
        "0x1a4",
        "٦٤٤",
        "6 4"
      })
  void refuses_what_is_no_octal_mode(String text) {
    assertThatThrownBy(() -> Mode.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("mode must be octal, such as 0644, but was \"" + text + "\"");
  }

  @Test
  void has_twelve_bits() {
    for (int bits = 0; bits <= 07777; bits++) {
      assertThat(Mode.parse(new Mode(bits).toString()).bits()).isEqualTo(bits);
    }
    assertThatThrownBy(() -> new Mode(010000)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Mode(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ':',
      value = {
        "0000:none",
        "0644:owner read, owner write, group read, others read",
        "0111:owner execute, group execute, others execute",
        "7000:setuid, setgid, sticky",
        "1002:sticky, others write"
      })
  void is_told_in_words(String octal, String words) {
    assertThat(Mode.parse(octal).inWords()).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({"0664, 0644, 0020", "0600, 0644, 0000", "4755, 0755, 4000", "0007, 0770, 0007"})
  void permits_beyond_another(String mode, String other, String beyond) {
    assertThat(Mode.parse(mode).beyond(Mode.parse(other))).hasToString(beyond);
  }

  @ParameterizedTest
  @CsvSource({
    "u+r, 0400",
    "u+w, 0200",
    "u+x, 0100",
    "g+w, 0020",
    "o+x, 0001",
    "a+r, 0444",
    "a+rwx, 0777",
    "go+r, 0044",
    "ugo+x, 0111",
    "ug+rw, 0660",
    "uu+rr, 0400",
    "ga+w, 0222"
  })
  void reads_symbols(String text, String octal) {
    assertThat(Symbolic.parse(text)).hasToString(octal);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "+", "+w", "g+", "g", "gw", "g=w", "g-w", "x+w", "g+s", "g+w,o+w", "g+w ", " g+w",
        "G+W", "g+w+x", "0644"
      })
  void refuses_what_are_no_symbols(String text) {
    assertThatThrownBy(() -> Symbolic.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("permission must be symbolic, such as g+w, but was \"" + text + "\"");
  }
}

package org.seatrial.deployment.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatRecordsTest {

  private static final String MARK = "mark";

  @Test
  void tells_the_mode_of_a_file() throws Exception {
    assertThat(StatRecords.parse(record("81a4"), MARK, ""))
        .singleElement()
        .satisfies(file -> assertThat(file.mode()).hasToString("0644"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-1", "10000", "40f60eb3121d074f0", "ffffffffffffffff", "7fffffffffffffff0"})
  void a_mode_that_is_none_is_garbled(String mode) {
    assertThatThrownBy(() -> StatRecords.parse(record(mode), MARK, ""))
        .isInstanceOf(GarbledException.class)
        .hasMessageContaining("a number of stat");
  }

  private static byte[] record(String mode) {
    String text = "#mark " + mode + " 0 0 7 1700000000 /etc/motd#mark /etc/motd#mark\n";
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

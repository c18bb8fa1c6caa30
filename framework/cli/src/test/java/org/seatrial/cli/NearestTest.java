package org.seatrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

  private static final List<String> NAMES = List.of("nonRoot", "minimal", "arbitraryUser");

  @ParameterizedTest
  @CsvSource({
    "nonroot, nonRoot",
    "noRoot, nonRoot",
    "non-root, nonRoot",
    "minimum, minimal",
    "MINIMAL, minimal",
    "arbitaryUser, arbitraryUser"
  })
  void finds_what_was_meant(String typed, String meant) {
    assertThat(Nearest.to(typed, NAMES)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"x", "hardened", "root-user"})
  void finds_nothing_when_it_is_far(String typed) {
    assertThat(Nearest.to(typed, NAMES)).isEmpty();
  }

  @Test
  void lists_what_there_is_when_nothing_is_near() {
    assertThat(Nearest.hint("x", NAMES)).isEqualTo("; there are: nonRoot, minimal, arbitraryUser");
    assertThat(Nearest.hint("nonroot", NAMES)).isEqualTo("; did you mean nonRoot?");
  }
}

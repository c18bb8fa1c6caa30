package org.seatrial.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ManyChecksTest {

  @Test
  void one_check_in_twenty_fails() {
    assertThat(ManyChecks.of(1_000).failures()).isEqualTo(50);
  }
}

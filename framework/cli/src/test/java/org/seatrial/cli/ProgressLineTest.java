package org.seatrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.seatrial.cli.Surroundings.Terminals;

class ProgressLineTest {

  private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();

  @Test
  void writes_one_line_over_and_takes_it_away() {
    try (ProgressLine line = line(Map.of(), true)) {
      line.at("reading layer 3 of 7, 120 MB");
      line.at("done");
    }
    assertThat(shown())
        .isEqualTo("\rreading layer 3 of 7, 120 MB" + "\rdone" + " ".repeat(24) + "\r    \r");
  }

  @Test
  void gives_way_to_what_must_be_known() {
    try (ProgressLine line = line(Map.of(), true)) {
      line.at("reading");
      line.notice("the cache can't be used\u001b[2J");
    }
    line(Map.of(), false).notice("once more");
    assertThat(shown())
        .startsWith("\rreading\r       \rseatrial: the cache can't be used\\u001b[2J\n")
        .endsWith("2J\nseatrial: once more\n");
  }

  @Test
  void never_fills_more_than_a_line_and_never_obeys_an_image() {
    try (ProgressLine line = line(Map.of(), true)) {
      line.at("\u001b[2J\n" + "x".repeat(200));
    }
    assertThat(shown()).startsWith("\r\\u001b[2J\\nxxx").doesNotContain("\u001b", "\n");
    assertThat(shown().split("\r", -1)[1]).hasSize(79).endsWith("…");
  }

  @Test
  void is_silent_where_nobody_watches() {
    for (Map<String, String> environment :
        java.util.List.of(Map.of("TERM", "dumb"), Map.of("CI", "true"), Map.of("CI", "1"))) {
      show(environment, true);
    }
    show(Map.of(), false);
    assertThat(shown()).isEmpty();
    show(Map.of("CI", "false", "NO_COLOR", "1"), true);
    assertThat(shown()).contains("reading").doesNotContain("\u001b");
  }

  private void show(Map<String, String> environment, boolean isTerminal) {
    try (ProgressLine line = line(environment, isTerminal)) {
      line.at("reading");
    }
  }

  private ProgressLine line(Map<String, String> environment, boolean isTerminal) {
    return new ProgressLine(
        new Surroundings(
            new ByteArrayOutputStream(),
            terminal,
            new Terminals(false, isTerminal),
            environment,
            Clock.fixed(Run.NOW, ZoneOffset.UTC)));
  }

  private String shown() {
    return terminal.toString(StandardCharsets.UTF_8);
  }
}

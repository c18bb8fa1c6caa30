package org.seatrial.image.oci;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seatrial.check.InspectionException;

class ImageConfigTest {

  private static final String A = "sha256:" + "a".repeat(64);
  private static final String B = "sha256:" + "b".repeat(64);

  private static final String FULL =
      """
      {"created": "2026-01-31T12:00:00.123456789+01:00", "author": "The Shop",
       "architecture": "arm64", "variant": "v8", "os": "linux",
       "config": {
        "User": "1001:0", "Entrypoint": ["/entrypoint.sh"], "Cmd": ["serve", "--port", "8080"],
        "WorkingDir": "/srv", "Env": ["PATH=/bin", "A=1", "A=2=3", "EMPTY=", "BARE", "=x"],
        "ExposedPorts": {"8080/tcp": {}, "53": {}, "8000-8010/UDP": {}, "0/tcp": {}, "http": {},
         "70000/tcp": {}, "9-1/tcp": {}, "1/icmp": {}},
        "Volumes": {"/data": {}, "/cache": null}, "Labels": {"b": "1", "a": null},
        "StopSignal": "SIGINT", "Shell": ["/bin/bash", "-o", "pipefail", "-c"],
        "OnBuild": ["RUN true"], "ArgsEscaped": true,
        "Healthcheck": {"Test": ["CMD-SHELL", "curl -f localhost"], "Interval": 30000000000,
         "Timeout": 3000000000, "StartPeriod": 1000000000, "StartInterval": 500000000, "Retries": 3}},
       "rootfs": {"type": "layers", "diff_ids": ["%s", "%s"]},
       "history": [
        {"created": "2026-01-01T00:00:00Z", "created_by": "ADD base", "comment": "buildkit"},
        {"created": "0001-01-01T00:00:00Z", "created_by": "ENV A=1", "empty_layer": true},
        {"created_by": "RUN install", "author": "me"}]}
      """
          .formatted(A, B);

  private static final String MINIMAL = "{\"rootfs\": {\"type\": \"layers\", \"diff_ids\": null}}";

  private static ImageConfig parse(String text) {
    return ImageConfig.parse("the config", text.getBytes(UTF_8));
  }

  /** Read a config with this as its {@code config} object. */
  private static RunConfig run(String text) {
    return parse("{\"config\": " + text + ", \"rootfs\": {\"type\": \"layers\"}}").run();
  }

  @Test
  void reads_what_the_image_is() {
    ImageConfig config = parse(FULL);
    assertThat(config.platform()).hasToString("linux/arm64/v8");
    assertThat(config.created()).contains(Instant.parse("2026-01-31T11:00:00.123456789Z"));
    assertThat(config.author()).isEqualTo("The Shop");
    assertThat(config.diffIds()).containsExactly(Digest.parse(A), Digest.parse(B));
  }

  @Test
  void reads_how_it_runs() {
    RunConfig run = parse(FULL).run();
    assertThat(run.user()).isEqualTo("1001:0");
    assertThat(run.entrypoint()).containsExactly("/entrypoint.sh");
    assertThat(run.command()).containsExactly("serve", "--port", "8080");
    assertThat(run.workingDirectory()).isEqualTo("/srv");
    assertThat(run.volumes()).containsExactly("/data", "/cache");
    assertThat(run.labels()).containsExactly(Map.entry("b", "1"), Map.entry("a", ""));
    assertThat(run.stopSignal()).isEqualTo("SIGINT");
    assertThat(run.onBuild()).containsExactly("RUN true");
    assertThat(run.healthCheck())
        .contains(
            new HealthCheck(
                List.of("CMD-SHELL", "curl -f localhost"),
                Duration.ofSeconds(30),
                Duration.ofSeconds(3),
                Duration.ofSeconds(1),
                Duration.ofMillis(500),
                3));
  }

  @Test
  void reads_a_config_that_says_next_to_nothing() {
    ImageConfig config = parse(MINIMAL);
    assertThat(config.platform()).hasToString("linux/unknown");
    assertThat(config.created()).isEmpty();
    assertThat(config.diffIds()).isEmpty();
    assertThat(config.run()).isEqualTo(run("null"));
    assertThat(config.run().entrypoint()).isEmpty();
    assertThat(config.run().healthCheck()).isEmpty();
  }

  @Test
  void takes_null_for_every_field_that_may_be_missing() {
    RunConfig run =
        run(
            "{\"User\": null, \"Entrypoint\": null, \"Cmd\": null, \"WorkingDir\": null, \"Env\":"
                + " null, \"ExposedPorts\": null, \"Volumes\": null, \"Labels\": null,"
                + " \"StopSignal\": null, \"Healthcheck\": null, \"Shell\": null, \"OnBuild\":"
                + " null}");
    assertThat(run).isEqualTo(run("{}"));
  }

  @Test
  void keeps_entries_of_the_environment_that_are_none() {
    Environment environment = parse(FULL).run().environment();
    assertThat(environment.value("A")).contains("2=3");
    assertThat(environment.value("EMPTY")).contains("");
    assertThat(environment.value("BARE")).isEmpty();
    assertThat(environment.variables())
        .containsExactly(Map.entry("PATH", "/bin"), Map.entry("A", "2=3"), Map.entry("EMPTY", ""));
    assertThat(environment.malformed()).containsExactly("BARE", "=x");
    assertThat(environment.entries()).hasSize(6);
  }

  @Test
  void keeps_ports_that_are_none() {
    ExposedPorts ports = parse(FULL).run().exposedPorts();
    assertThat(ports.ports())
        .containsExactly(
            ExposedPort.tcp(8080), ExposedPort.tcp(53), new ExposedPort(8000, 8010, "udp"));
    assertThat(ports.ports()).map(ExposedPort::toString).contains("8080/tcp", "8000-8010/udp");
    assertThat(ports.malformed())
        .containsExactly("0/tcp", "http", "70000/tcp", "9-1/tcp", "1/icmp");
    assertThat(ports.contains(8010, "udp")).isTrue();
    assertThat(ports.contains(8010, "tcp")).isFalse();
    assertThat(ports.contains(8011, "udp")).isFalse();
  }

  @Test
  void takes_one_text_for_a_list_of_one_where_engines_do() {
    assertThat(run("{\"Entrypoint\": \"/run.sh\", \"Cmd\": \"serve\"}").entrypoint())
        .containsExactly("/run.sh");
  }

  @Test
  void tells_shell_form_from_exec_form() {
    RunConfig plain = run("{}");
    assertThat(plain.shellScript(List.of("/bin/sh", "-c", "a && b"))).contains("a && b");
    assertThat(plain.shellScript(List.of("/bin/sh", "-c"))).isEmpty();
    assertThat(plain.shellScript(List.of("/bin/sh", "-c", "a", "b"))).isEmpty();
    assertThat(plain.shellScript(List.of())).isEmpty();
    RunConfig bash = parse(FULL).run();
    assertThat(bash.shellScript(List.of("/bin/bash", "-o", "pipefail", "-c", "x"))).contains("x");
    assertThat(bash.shellScript(List.of("/bin/sh", "-c", "x"))).isEmpty();
  }

  @Test
  void knows_a_health_check_that_is_switched_off() {
    assertThat(run("{\"Healthcheck\": {\"Test\": [\"NONE\"]}}").healthCheck())
        .hasValueSatisfying(check -> assertThat(check.isDisabled()).isTrue());
    assertThat(run("{\"Healthcheck\": {\"Interval\": 1}}").healthCheck()).isEmpty();
  }

  @Test
  void knows_which_step_made_which_layer() {
    ImageConfig config = parse(FULL);
    assertThat(config.historyGap()).isEmpty();
    assertThat(config.historyOf(0)).map(HistoryEntry::createdBy).contains("ADD base");
    assertThat(config.historyOf(1)).map(HistoryEntry::createdBy).contains("RUN install");
    assertThat(config.history().get(1).created()).isEmpty();
    assertThatThrownBy(() -> config.historyOf(2)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void does_not_guess_when_history_and_layers_do_not_agree() {
    ImageConfig config = parse(FULL.replace(", \"empty_layer\": true", ""));
    assertThat(config.historyOf(0)).isEmpty();
    assertThat(config.historyGap()).contains("the history tells of 3 layers, but the image has 2");
    ImageConfig silent =
        parse("{\"rootfs\": {\"type\": \"layers\", \"diff_ids\": [\"" + A + "\"]}}");
    assertThat(silent.historyOf(0)).isEmpty();
    assertThat(silent.historyGap()).contains("the image has no history");
    assertThat(parse(MINIMAL).historyGap()).isEmpty();
  }

  @Test
  void reads_a_label_that_is_no_valid_utf_8() {
    byte[] bytes =
        "{\"config\": {\"Labels\": {\"title\": \"sch\u00f6n\"}}, \"rootfs\": {\"type\": \"layers\"}}"
            .getBytes(ISO_8859_1);
    assertThat(ImageConfig.parse("the config", bytes).run().labels())
        .containsEntry("title", "sch\uFFFDn");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"User\": 0} | column 21, field config.User: must be text, but was 0",
        "{\"Env\": {}} | column 20, field config.Env: must be a list, but was an object",
        "{\"Env\": [\"A=1\", null]} | column 28, field config.Env[1]: must be text, but is missing",
        "{\"Cmd\": [[]]} | column 21, field config.Cmd[0]: must be text, but was a list",
        "{\"Labels\": []} | column 23, field config.Labels: must be an object, but was a list",
        "{\"Labels\": {\"a\": 1}} | column 29, field config.Labels.a: must be text, but was 1",
        "{\"ExposedPorts\": [\"80\"]} | column 29, field config.ExposedPorts: must be an object,"
            + " but was a list",
        "{\"Volumes\": \"/x\"} | column 24, field config.Volumes: must be an object, but was"
            + " \"/x\"",
        "{\"Healthcheck\": {\"Test\": \"x\"}} | column 37, field config.Healthcheck.Test: must be a"
            + " list, but was \"x\"",
        "{\"Healthcheck\": {\"Test\": [\"CMD\"], \"Retries\": 9999999999}} | column 57, field"
            + " config.Healthcheck.Retries: must be a number of 32 bits, but was 9999999999",
        "{\"Healthcheck\": {\"Test\": [\"CMD\"], \"Interval\": \"1s\"}} | column 58, field"
            + " config.Healthcheck.Interval: must be a whole number, but was \"1s\"",
        "[] | column 12, field config: must be an object, but was a list",
        "{\"User\": \"1001\", \"USER\": \"0\"} | column 37, field config.USER: is there in two"
            + " spellings, and engines take them for the same"
      })
  void names_the_field_that_is_wrong(String text, String message) {
    assertThatThrownBy(() -> run(text))
        .isInstanceOf(InspectionException.class)
        .hasMessage("the config, line 1, " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | column 1, field rootfs.type: must be text, but is missing",
        "{\"rootfs\": {\"type\": \"tree\"}} | column 21, field rootfs.type: must be \"layers\", but"
            + " was \"tree\"",
        "{\"rootfs\": {\"type\": \"layers\", \"diff_ids\": [\"x\"]}} | column 44, field"
            + " rootfs.diff_ids[0]: digest must be written ALGORITHM:HEX, but was \"x\"",
        "{\"created\": \"yesterday\", \"rootfs\": {\"type\": \"layers\"}} | column 13, field"
            + " created: must be a time such as 2026-01-31T12:00:00Z, but was \"yesterday\"",
        "{\"history\": [{\"empty_layer\": 1}], \"rootfs\": {\"type\": \"layers\"}} | column 30,"
            + " field history[0].empty_layer: must be true or false, but was 1",
        "[] | column 1: must be an object, but was a list"
      })
  void names_the_field_of_the_image_that_is_wrong(String text, String message) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(InspectionException.class)
        .hasMessage("the config, line 1, " + message);
  }
}

package org.seatrial.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seatrial.check.InspectionException;

final class EngineConditionTest {

  @TempDir private Path folder;

  @Test
  void lets_tests_run_when_an_engine_answers() throws IOException {
    try (FakeEngine fake = new FakeEngine(folder)) {
      Map<String, String> environment =
          Map.of("DOCKER_HOST", fake.address().url(), "SEATRIAL_REQUIRE", "engine");
      assertThat(EngineCondition.evaluate(environment, folder).isDisabled()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "browser,engines", "no-engine"})
  void skips_tests_and_says_why(String required) {
    ConditionEvaluationResult result = EngineCondition.evaluate(environment(required), folder);
    assertThat(result.isDisabled()).isTrue();
    assertThat(result.getReason())
        .contains(
            "no Docker engine answers at unix://"
                + folder
                + "/none.sock (DOCKER_HOST): the socket does not exist;"
                + " start the engine or set DOCKER_HOST");
  }

  @ParameterizedTest
  @ValueSource(strings = {"engine", "browser,engine", "engine, browser"})
  void fails_tests_when_an_engine_is_required(String required) {
    assertThatThrownBy(() -> EngineCondition.evaluate(environment(required), folder))
        .isInstanceOf(ExtensionConfigurationException.class)
        .hasMessageStartingWith("SEATRIAL_REQUIRE lists engine, but no Docker engine answers at ");
  }

  private Map<String, String> environment(String required) {
    return Map.of(
        "DOCKER_HOST", "unix://" + folder.resolve("none.sock"), "SEATRIAL_REQUIRE", required);
  }

  @Test
  void fails_tests_when_the_engine_is_broken() throws IOException {
    try (FakeEngine fake = new FakeEngine(folder)) {
      fake.on("/_ping", FakeEngine.answers(500, ""));
      Map<String, String> environment = Map.of("DOCKER_HOST", fake.address().url());
      assertThatThrownBy(() -> EngineCondition.evaluate(environment, folder))
          .isInstanceOf(InspectionException.class)
          .hasMessageEndingWith("did not tell its API version: it answered 500");
    }
  }
}

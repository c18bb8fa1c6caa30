package org.seatrial.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.seatrial.check.Conditions.exist;
import static org.seatrial.check.file.FileSubjects.file;
import static org.seatrial.junit.Checks.checks;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opentest4j.AssertionFailedError;

/** A part of the environment that is not there: a skip, or a failure where it is required. */
class MissingPartTest {

  @TempDir private Path folder;

  @ReleaseTest
  @Image("docker:absent/shop:1")
  static class Absent {

    @Verify
    Checks holds() {
      return checks(file("/etc/shop.conf").should(exist()));
    }
  }

  @Test
  void a_missing_engine_is_a_skip_that_says_why() {
    assertThat(Trial.of(Absent.class).troubles())
        .singleElement()
        .hasToString("file /etc/shop.conf should exist: ABORTED: " + TestEngine.MISSING);
  }

  @Test
  void a_missing_engine_is_a_failure_where_it_is_required() {
    assertThat(Trial.of(Absent.class).with("seatrial.require", "engine").troubles())
        .singleElement()
        .hasToString(
            "holds(): FAILED: "
                + TestEngine.MISSING
                + " (engine is required here, so this is no skip)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        // parameter | SEATRIAL_REQUIRE | CI | engine is required
        "-         | -               | -     | false",
        "-         | engine          | -     | true",
        "-         | browser, engine | -     | true",
        "-         | browser         | -     | false",
        "-         | engines         | -     | false",
        "-         | -               | true  | true",
        "-         | browser         | TRUE  | true",
        "-         | -               | false | false",
        "engine    | -               | -     | true",
        "browser   | engine          | true  | false",
        "''        | engine          | true  | false",
      })
  void the_parameter_says_all_or_else_the_environment(
      String parameter, String variable, String ci, boolean required) {
    Map<String, String> environment =
        Map.of(
            "SEATRIAL_REQUIRE", Optional.ofNullable(variable).orElse(""),
            "CI", Optional.ofNullable(ci).orElse(""));
    Settings settings = new Settings(name -> Optional.ofNullable(parameter), environment);
    assertThat(Requirement.of(settings).isRequired("engine")).isEqualTo(required);
  }

  @Test
  void tests_that_require_an_engine_are_skipped_without_one() {
    ConditionEvaluationResult result = EngineCondition.evaluate(noEngine(), folder, required(""));
    assertThat(result.isDisabled()).isTrue();
    assertThat(result.getReason().orElseThrow()).contains(folder + "/none.sock");
  }

  @Test
  void tests_that_require_an_engine_fail_without_one_where_it_is_required() {
    assertThatExceptionOfType(AssertionFailedError.class)
        .isThrownBy(() -> EngineCondition.evaluate(noEngine(), folder, required("engine")))
        .withMessageContaining(folder + "/none.sock")
        .withMessageEndingWith("(engine is required here, so this is no skip)");
  }

  private Map<String, String> noEngine() {
    return Map.of("DOCKER_HOST", "unix://" + folder + "/none.sock");
  }

  private static Requirement required(String parts) {
    return Requirement.of(new Settings(name -> Optional.of(parts), Map.of()));
  }
}

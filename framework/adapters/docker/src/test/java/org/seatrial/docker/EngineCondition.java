package org.seatrial.docker;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.seatrial.check.UnavailableException;

/** Looks for the engine that the environment names. */
final class EngineCondition implements ExecutionCondition {

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return evaluate(System.getenv(), Path.of(System.getProperty("user.home")));
  }

  static ConditionEvaluationResult evaluate(Map<String, String> environment, Path home) {
    try {
      Engine engine = Engine.connect(EngineAddress.find(environment, home));
      return ConditionEvaluationResult.enabled("an engine answers at " + engine.address());
    } catch (UnavailableException e) {
      if (Arrays.asList(environment.getOrDefault("SEATRIAL_REQUIRE", "").split("[, ]+", -1))
          .contains("engine")) {
        throw new ExtensionConfigurationException(
            "SEATRIAL_REQUIRE lists engine, but " + e.getMessage(), e);
      }
      return ConditionEvaluationResult.disabled(e.getMessage());
    }
  }
}

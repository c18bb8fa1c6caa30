package org.seatrial.junit;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;
import org.seatrial.check.UnavailableException;
import org.seatrial.docker.Engine;
import org.seatrial.docker.EngineAddress;

/** Looks for the engine that the environment names. */
final class EngineCondition implements ExecutionCondition {

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return evaluate(
        System.getenv(),
        Path.of(System.getProperty("user.home", ".")),
        Requirement.of(Settings.of(context)));
  }

  static ConditionEvaluationResult evaluate(
      Map<String, String> environment, Path home, Requirement requirement) {
    try {
      Engine engine = Engine.connect(EngineAddress.find(environment, home));
      return ConditionEvaluationResult.enabled("an engine answers at " + engine.address());
    } catch (UnavailableException missing) {
      try {
        throw requirement.refuse(missing);
      } catch (TestAbortedException skip) {
        return ConditionEvaluationResult.disabled(skip.getMessage());
      }
    }
  }
}

package org.seatrial.junit;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What a run was told.
 *
 * @param parameters the configuration parameters of JUnit, which include the system properties
 * @param environment the environment variables
 */
record Settings(Function<String, Optional<String>> parameters, Map<String, String> environment) {

  /** Return those of the run that this context belongs to. */
  static Settings of(ExtensionContext context) {
    return new Settings(context::getConfigurationParameter, System.getenv());
  }

  /** Return a configuration parameter; nothing when it is not set. */
  Optional<String> parameter(String name) {
    return parameters.apply(name);
  }

  /** Return an environment variable; nothing when it is not set, or empty. */
  Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }
}

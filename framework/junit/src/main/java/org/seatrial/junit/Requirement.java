package org.seatrial.junit;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/**
 * Which parts of the environment must be there: a test that misses one is skipped, but fails where
 * the part is required, so that a pipeline can't pass by skipping.
 *
 * @param everything whether all parts are required
 * @param parts the names of those that are, such as {@code engine}
 */
record Requirement(boolean everything, Set<String> parts) {

  /** Read {@code CI=true} (everything) and {@code SEATRIAL_REQUIRE=engine,browser}. */
  static Requirement from(Map<String, String> environment) {
    String named = environment.getOrDefault("SEATRIAL_REQUIRE", "");
    return new Requirement(
        environment.getOrDefault("CI", "").equalsIgnoreCase("true"),
        Set.copyOf(
            Arrays.stream(named.split(","))
                .map(String::strip)
                .filter(p -> !p.isEmpty())
                .distinct()
                .toList()));
  }

  static Requirement fromEnvironment() {
    return from(System.getenv());
  }

  boolean isRequired(String part) {
    return everything || parts.contains(part);
  }
}

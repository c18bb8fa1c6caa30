package org.seatrial.junit;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;
import org.seatrial.check.UnavailableException;

/**
 * Which parts of the environment must be there: a test that misses one is skipped, but fails where
 * the part is required, so that a pipeline can't pass by skipping.
 *
 * @param everything whether all parts are required
 * @param parts the names of those that are, such as {@code engine}
 */
record Requirement(boolean everything, Set<String> parts) {

  private static final String PARAMETER = "seatrial.require";
  private static final String VARIABLE = "SEATRIAL_REQUIRE";

  /**
   * Read the parameter {@code seatrial.require}, which says all if it is set; else the variables
   * {@code SEATRIAL_REQUIRE}, such as {@code engine,browser}, and {@code CI=true}, which requires
   * everything.
   */
  static Requirement of(Settings settings) {
    Optional<String> parameter = settings.parameter(PARAMETER);
    return parameter.isPresent()
        ? new Requirement(false, named(parameter.get()))
        : new Requirement(
            settings.variable("CI").filter("true"::equalsIgnoreCase).isPresent(),
            named(settings.variable(VARIABLE).orElse("")));
  }

  private static Set<String> named(String parts) {
    return Arrays.stream(parts.split("[,\\s]+", -1))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  boolean isRequired(String part) {
    return everything || parts.contains(part);
  }

  /**
   * End a test that can't go on without a part.
   *
   * @throws AssertionFailedError when the part is required
   * @throws TestAbortedException when it is not: the test is skipped
   */
  RuntimeException refuse(UnavailableException missing) {
    String message = String.valueOf(missing.getMessage());
    if (isRequired(missing.part())) {
      throw new AssertionFailedError(
          message + " (" + missing.part() + " is required here, so this is no skip)", missing);
    }
    throw new TestAbortedException(message, missing);
  }
}

package org.seatrial.image.oci;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The health check that an image declares: Docker's addition to the config, which images in the OCI
 * format can carry but most builders drop. A time of zero stands for the engine's default.
 *
 * @param test {@code NONE}; or {@code CMD} and arguments; or {@code CMD-SHELL} and a script
 * @param interval between two checks
 * @param timeout of one check
 * @param startPeriod after the start, in which failures do not count
 * @param startInterval between two checks in the start period
 * @param retries failures in a row that make the container unhealthy; 0 for the default
 */
public record HealthCheck(
    List<String> test,
    Duration interval,
    Duration timeout,
    Duration startPeriod,
    Duration startInterval,
    int retries) {

  public HealthCheck {
    test = List.copyOf(test);
  }

  static Optional<HealthCheck> from(Json json) {
    List<String> test = json.get("Test").texts();
    if (test.isEmpty()) {
      return Optional.empty();
    }
    Json retries = json.get("Retries");
    if (retries.number() != (int) retries.number()) {
      throw retries.refused("must be a number of 32 bits, but was " + retries.number());
    }
    return Optional.of(
        new HealthCheck(
            test,
            Duration.ofNanos(json.get("Interval").number()),
            Duration.ofNanos(json.get("Timeout").number()),
            Duration.ofNanos(json.get("StartPeriod").number()),
            Duration.ofNanos(json.get("StartInterval").number()),
            (int) retries.number()));
  }

  /** Return whether the image switches off the health check of the image that it is built on. */
  public boolean isDisabled() {
    return test.get(0).equals("NONE");
  }
}

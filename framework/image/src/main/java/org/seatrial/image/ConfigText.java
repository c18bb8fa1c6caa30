package org.seatrial.image;

import static org.seatrial.check.Printable.quoted;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.seatrial.check.Printable;
import org.seatrial.image.oci.HealthCheck;
import org.seatrial.image.oci.RunConfig;

/** What a configuration says, in the words of findings. */
final class ConfigText {

  /** Docker checks every 30 seconds unless the image says otherwise. */
  private static final Duration DEFAULT_INTERVAL = Duration.ofSeconds(30);

  private ConfigText() {}

  /** Return arguments in exec form: {@code ["shop", "serve"]}. */
  static String exec(List<String> arguments) {
    return "[" + String.join(", ", arguments.stream().map(Printable::quoted).toList()) + "]";
  }

  static String label(RunConfig run, String key) {
    String value = run.labels().get(key);
    return value == null ? "no label " + key : "label " + key + "=" + value;
  }

  /** Return the ports, then the entries that are none. */
  static String ports(RunConfig run) {
    String ports =
        Stream.concat(
                run.exposedPorts().ports().stream().map(Object::toString),
                run.exposedPorts().malformed().stream().map(e -> quoted(e) + " (no port)"))
            .collect(Collectors.joining(", "));
    return ports.isEmpty() ? "no exposed ports" : "exposed ports " + ports;
  }

  static String healthCheck(RunConfig run) {
    return run.healthCheck()
        .map(
            check ->
                "health check "
                    + exec(check.test())
                    + (check.isDisabled() ? ", which switches it off" : ""))
        .orElse("no health check");
  }

  /** Return the time between two health checks; nothing when there are none. */
  static Optional<Duration> interval(RunConfig run) {
    return run.healthCheck()
        .filter(check -> !check.isDisabled())
        .map(HealthCheck::interval)
        .map(interval -> interval.isZero() ? DEFAULT_INTERVAL : interval);
  }
}

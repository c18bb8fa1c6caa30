package org.seatrial.docker.compose;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.seatrial.check.Printable;
import org.seatrial.deployment.ContainerStatus.Health;
import org.seatrial.deployment.Log;
import org.seatrial.docker.compose.Expected.Progress;
import org.seatrial.docker.compose.Expected.Standing;

/**
 * Says why a deployment did not become ready: of each service that is not, its state, its last
 * health output and its last log lines.
 *
 * @param deployment what it is called
 * @param log the last log lines of a container by its id
 */
record Diagnosis(String deployment, Function<String, Log> log) {

  /** How many log lines are shown of a service. */
  static final int LINES = 20;

  /**
   * Return the message.
   *
   * @param headline what ended the wait
   * @param complaint what docker compose said; empty when it said nothing of use
   */
  String of(String headline, List<Standing> standings, String complaint) {
    StringBuilder message = new StringBuilder(deployment + " did not become ready: " + headline);
    standings.stream()
        .filter(standing -> standing.progress() != Progress.READY)
        .sorted((a, b) -> b.progress().compareTo(a.progress()))
        .forEach(standing -> describe(standing, message));
    String ready =
        standings.stream()
            .filter(standing -> standing.progress() == Progress.READY)
            .map(Standing::service)
            .collect(Collectors.joining(", "));
    if (!ready.isEmpty()) {
      message.append("\n  ready: ").append(ready);
    }
    if (!complaint.isEmpty()) {
      message.append("\n  docker compose said:").append(indented(complaint.lines().toList()));
    }
    return message.toString();
  }

  private void describe(Standing standing, StringBuilder message) {
    message.append("\n  service ").append(standing.service()).append(' ').append(standing.reason());
    Optional<Seen> container = standing.container();
    if (container.isEmpty()) {
      return;
    }
    container
        .get()
        .status()
        .health()
        .filter(health -> !health.log().isEmpty())
        .ifPresent(health -> message.append(lastRun(health)));
    List<String> lines =
        log.apply(container.get().id()).lines().stream().map(Log.Line::text).toList();
    if (lines.isEmpty()) {
      message.append("\n    its log is empty");
    } else {
      message.append("\n    last log lines:").append(indented(lines));
    }
  }

  private static String lastRun(Health health) {
    Health.Run run = health.log().get(health.log().size() - 1);
    return "\n    last health check: exit code "
        + run.exitCode()
        + (run.output().isBlank()
            ? ", without output"
            : ":" + indented(run.output().strip().lines().limit(LINES).toList()));
  }

  private static String indented(List<String> lines) {
    return lines.stream()
        .map(line -> "\n      " + Printable.of(line, 500))
        .collect(Collectors.joining());
  }
}

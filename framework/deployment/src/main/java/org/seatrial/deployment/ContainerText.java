package org.seatrial.deployment;

import java.util.Locale;
import java.util.OptionalLong;
import org.seatrial.check.Printable;
import org.seatrial.deployment.ContainerStatus.Health;

/** What a container is like, in words. */
final class ContainerText {

  /** How much is shown of what a health check wrote. */
  private static final int OUTPUT = 400;

  private ContainerText() {}

  static String state(ContainerStatus status) {
    String state = status.state().name().toLowerCase(Locale.ROOT);
    return status.exitCode().isPresent() ? state + " with " + status.exitCode().getAsInt() : state;
  }

  static String of(Health health) {
    StringBuilder text = new StringBuilder(health.status().name().toLowerCase(Locale.ROOT));
    if (health.failures() > 0) {
      text.append(", ").append(health.failures()).append(" in a row failed");
    }
    if (!health.log().isEmpty()) {
      Health.Run last = health.log().get(health.log().size() - 1);
      text.append(", last run ")
          .append(last.exitCode() < 0 ? "killed" : "exit code " + last.exitCode())
          .append(": ")
          .append(Printable.quoted(Printable.of(last.output(), OUTPUT)));
    }
    return text.toString();
  }

  static String of(Stopped stopped) {
    return "exit code "
        + stopped.exitCode()
        + " after "
        + Printable.of(stopped.took())
        + " on "
        + stopped.signal()
        + (stopped.killed() ? ", killed by SIGKILL" : "");
  }

  static String limit(String what, OptionalLong limit, String unit) {
    return limit.isPresent()
        ? "a " + what + " limit of " + limit.getAsLong() + unit
        : "no " + what + " limit";
  }
}

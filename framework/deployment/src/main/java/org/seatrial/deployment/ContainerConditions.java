package org.seatrial.deployment;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.seatrial.check.Condition;
import org.seatrial.check.Finding;
import org.seatrial.check.Judgement;
import org.seatrial.check.Printable;
import org.seatrial.deployment.ContainerStatus.Health;

/** The conditions on what a platform says of a container. To be imported statically. */
public final class ContainerConditions {

  private static final String NO_HEALTH_CHECK =
      "give the image a HEALTHCHECK, or the service a health check in the scenario; an image in the"
          + " OCI format can't carry one, so build it in Docker's format";

  /** The signals that stop programs, by their numbers on Linux. */
  private static final Map<String, Integer> SIGNALS =
      Map.of(
          "SIGHUP",
          1,
          "SIGINT",
          2,
          "SIGQUIT",
          3,
          "SIGUSR1",
          10,
          "SIGUSR2",
          12,
          "SIGTERM",
          15,
          "SIGWINCH",
          28);

  private ContainerConditions() {}

  /**
   * Require that its health check says healthy; a container that has none is not. The failure shows
   * what the check wrote last.
   */
  public static Condition<ContainerStatus> beHealthy() {
    return Condition.of(
        "be healthy",
        "healthy",
        (known, facts) -> {
          Optional<Health> health = known.value().health();
          if (health.isEmpty()) {
            return Judgement.violated(
                Finding.of("healthy", "no health check", known.evidence())
                    .perhaps(NO_HEALTH_CHECK));
          }
          boolean healthy = health.get().status() == Health.Status.HEALTHY;
          return Judgement.of(healthy, "healthy", ContainerText.of(health.get()), known.evidence());
        });
  }

  /** Require that it runs. */
  public static Condition<ContainerStatus> beRunning() {
    return of(
        "be running",
        "running",
        status -> status.state() == ContainerStatus.State.RUNNING,
        ContainerText::state);
  }

  /** Require that the platform started it again no more often than this. */
  public static Condition<ContainerStatus> haveRestartedAtMost(int times) {
    String expected = "at most " + times + (times == 1 ? " restart" : " restarts");
    return of(
        "have restarted at most " + times + (times == 1 ? " time" : " times"),
        expected,
        status -> status.restarts() <= times,
        status -> status.restarts() + (status.restarts() == 1 ? " restart" : " restarts"));
  }

  /** Require that it ended with this exit code; one that runs did not. */
  public static Condition<ContainerStatus> haveExitedWith(int code) {
    return of(
        "have exited with " + code,
        "exited with " + code,
        status -> status.exitCode().isPresent() && status.exitCode().getAsInt() == code,
        ContainerText::state);
  }

  /** Require that the kernel ended it for its memory; mostly under {@code not(…)}. */
  public static Condition<ContainerStatus> beKilledForMemory() {
    return of(
        "be killed for memory",
        "killed for its memory",
        ContainerStatus::oomKilled,
        status ->
            (status.oomKilled() ? "killed for its memory, " : "not killed for its memory, ")
                + ContainerText.state(status));
  }

  /**
   * Require that it ends within this time when it is told to, by itself: with exit code 0, or 128
   * and the number of its stop signal. It is stopped after everything else was looked at, and
   * started again. Undetermined: it does not run.
   */
  public static Condition<ContainerStatus> stopWithin(Duration time) {
    String expected = "exit code 0 or that of its stop signal within " + Printable.of(time);
    return Condition.ofFurther(
        "stop within " + Printable.of(time),
        expected,
        status -> new StopRequest(time),
        (known, facts) -> {
          Stopped stopped = known.value();
          boolean holds =
              !stopped.killed() && stopped.took().compareTo(time) <= 0 && isOrderly(stopped);
          return Judgement.of(holds, expected, ContainerText.of(stopped), known.evidence());
        });
  }

  private static boolean isOrderly(Stopped stopped) {
    Integer signal = SIGNALS.get(stopped.signal());
    return stopped.exitCode() == 0 || (signal != null && stopped.exitCode() == 128 + signal);
  }

  /** Require that its first process is given this environment variable. */
  public static Condition<ContainerStatus> beGivenVariable(String name) {
    return of(
        "be given variable " + name,
        "variable " + name,
        status -> Variables.value(status, name).isPresent(),
        status -> Variables.shown(status, name));
  }

  /**
   * Require that its first process is given this environment variable with this value. Values of
   * variables whose names tell of a secret are not shown.
   */
  public static Condition<ContainerStatus> beGivenVariable(String name, String value) {
    String wanted = name + "=" + Variables.hidden(name, value);
    return of(
        "be given variable " + wanted,
        "variable " + wanted,
        status -> Variables.value(status, name).filter(value::equals).isPresent(),
        status -> Variables.shown(status, name));
  }

  /** Require that its memory is limited to at most so many bytes. */
  public static Condition<ContainerStatus> haveMemoryLimitAtMost(long bytes) {
    return of(
        "have a memory limit of at most " + bytes + " bytes",
        "a memory limit of at most " + bytes + " bytes",
        status -> status.limits().memory().orElse(Long.MAX_VALUE) <= bytes,
        status -> ContainerText.limit("memory", status.limits().memory(), " bytes"));
  }

  /** Require that the number of its processes and threads is limited to at most this. */
  public static Condition<ContainerStatus> haveProcessLimitAtMost(long count) {
    return of(
        "have a process limit of at most " + count,
        "a process limit of at most " + count,
        status -> status.limits().processes().orElse(Long.MAX_VALUE) <= count,
        status -> ContainerText.limit("process", status.limits().processes(), ""));
  }

  private static Condition<ContainerStatus> of(
      String phrase,
      String expected,
      Predicate<ContainerStatus> holds,
      Function<ContainerStatus, String> actual) {
    return Condition.of(
        phrase,
        expected,
        (known, facts) ->
            Judgement.of(
                holds.test(known.value()),
                expected,
                actual.apply(known.value()),
                known.evidence()));
  }
}

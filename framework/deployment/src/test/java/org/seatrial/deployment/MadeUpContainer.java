package org.seatrial.deployment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.seatrial.deployment.ContainerStatus.Health;
import org.seatrial.deployment.ContainerStatus.Limits;
import org.seatrial.deployment.ContainerStatus.State;

/** A container that a test makes up. */
record MadeUpContainer(ContainerStatus status) {

  static MadeUpContainer running() {
    return of(State.RUNNING, OptionalInt.empty());
  }

  static MadeUpContainer exited(int code) {
    return of(State.EXITED, OptionalInt.of(code));
  }

  private static MadeUpContainer of(State state, OptionalInt exitCode) {
    return new MadeUpContainer(
        new ContainerStatus(
            "shop-1",
            "shop:1",
            state,
            exitCode,
            false,
            0,
            Optional.of(Instant.EPOCH),
            Optional.empty(),
            List.of(),
            Limits.NONE));
  }

  MadeUpContainer health(Health.Status judgement, int failures, int exitCode, String output) {
    Health.Run run = new Health.Run(Instant.EPOCH, exitCode, output);
    return with(
        status.oomKilled(),
        status.restarts(),
        Optional.of(new Health(judgement, failures, List.of(run))),
        status.environment(),
        status.limits());
  }

  MadeUpContainer restarts(int times) {
    return with(status.oomKilled(), times, status.health(), status.environment(), status.limits());
  }

  MadeUpContainer oomKilled() {
    return with(true, status.restarts(), status.health(), status.environment(), status.limits());
  }

  MadeUpContainer variable(String entry) {
    return with(
        status.oomKilled(), status.restarts(), status.health(), List.of(entry), status.limits());
  }

  MadeUpContainer limits(long memory, long processes) {
    return with(
        status.oomKilled(),
        status.restarts(),
        status.health(),
        status.environment(),
        new Limits(
            OptionalLong.of(memory),
            Optional.empty(),
            OptionalLong.of(processes),
            Optional.empty()));
  }

  private MadeUpContainer with(
      boolean oom, int restarts, Optional<Health> health, List<String> environment, Limits limits) {
    return new MadeUpContainer(
        new ContainerStatus(
            status.name(),
            status.image(),
            status.state(),
            status.exitCode(),
            oom,
            restarts,
            status.started(),
            health,
            environment,
            limits));
  }
}

package org.seatrial.docker;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.seatrial.check.Answer;
import org.seatrial.check.InspectionException;
import org.seatrial.deployment.ContainerStatus;
import org.seatrial.deployment.ContainerStatus.Health;
import org.seatrial.deployment.Stopped;

/** Stops a container, looks how it ends, and starts it again. */
final class StopAndStart {

  /** How long a container is given to be as it was before: running, and healthy if it was. */
  private static final Duration RECOVERY = Duration.ofMinutes(2);

  /** With which a first process ends that was killed. */
  private static final int KILLED = 137;

  private final Engine engine;
  private final Containers containers;
  private final ContainerDetails details;
  private final Clock clock;

  StopAndStart(Engine engine, ContainerDetails details, Clock clock) {
    this.engine = engine;
    this.containers = Containers.of(engine);
    this.details = details;
    this.clock = clock;
  }

  Answer<Stopped> answer(Duration grace) {
    if (!containers.inspect(details.id()).isRunning()) {
      return Answer.unknown("container " + details.name() + " is not running");
    }
    try {
      Instant began = clock.instant();
      containers.stop(details.id(), grace);
      Duration took = Duration.between(began, clock.instant());
      ContainerStatus ended = containers.inspect(details.id()).status();
      int exitCode = ended.exitCode().orElse(0);
      boolean killed = exitCode == KILLED && took.compareTo(grace) >= 0;
      Optional<String> trouble = startAgain();
      return trouble.isPresent()
          ? Answer.unknown(trouble.get())
          : Answer.known(new Stopped(took, exitCode, details.stopSignal(), killed));
    } catch (InspectionException e) {
      return Answer.unknown(e);
    } catch (IOException e) {
      return Answer.unknown(EngineFailure.broken(engine.address(), "tell what happens", e));
    }
  }

  private Optional<String> startAgain() throws IOException {
    Deadline deadline = Deadline.after(RECOVERY, clock);
    boolean healthy = isHealthy(details.status());
    try (EngineEvents events = EngineEvents.of(engine, details.id(), RECOVERY)) {
      containers.start(details.id());
      for (ContainerDetails now = containers.inspect(details.id());
          !now.isRunning() || (healthy && !isHealthy(now.status()));
          now = containers.inspect(details.id())) {
        if (!now.isRunning()) {
          return Optional.of(
              "container "
                  + details.name()
                  + " was stopped, and did not run when it was started again");
        }
        events.patience(deadline.left());
        if (events.next().isEmpty()) {
          return Optional.of("the Docker engine at " + engine.address() + " tells no more");
        }
      }
      return Optional.empty();
    }
  }

  private static boolean isHealthy(ContainerStatus status) {
    return status.health().map(Health::status).equals(Optional.of(Health.Status.HEALTHY));
  }
}

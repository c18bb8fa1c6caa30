package org.seatrial.docker.compose;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.seatrial.check.Answer;
import org.seatrial.check.InspectionException;
import org.seatrial.check.Place;
import org.seatrial.check.Request;
import org.seatrial.check.command.CommandRequest;
import org.seatrial.check.command.CommandResult;
import org.seatrial.deployment.ContainerStatus.Health;
import org.seatrial.deployment.ContainerStatus.State;
import org.seatrial.deployment.DeploymentException;
import org.seatrial.deployment.Log;
import org.seatrial.deployment.Replica;
import org.seatrial.deployment.Waiting;
import org.seatrial.docker.ContainerDetails;
import org.seatrial.docker.ContainerPlace;
import org.seatrial.docker.Containers;
import org.seatrial.docker.Engine;

/**
 * A container of a service.
 *
 * @param engine where it runs
 * @param id the engine's id of it
 * @param name its name
 */
record ContainerReplica(Engine engine, String id, String name) implements Replica {

  private static final Duration READY = Duration.ofMinutes(2);

  @Override
  public Place place() {
    return ContainerPlace.of(engine, id);
  }

  @Override
  public CommandResult run(CommandRequest command) {
    Set<Request<?>> requests = Set.of(command);
    Map<Request<?>, Answer<?>> answers = place().fetch(requests);
    Answer<?> answer = answers.get(command);
    if (answer instanceof Answer.Known<?> known && known.value() instanceof CommandResult result) {
      return result;
    }
    String why = answer instanceof Answer.Unknown<?> unknown ? unknown.why() : "no answer came";
    throw new InspectionException(
        "cannot run " + String.join(" ", command.arguments()) + " in " + name + ": " + why);
  }

  @Override
  public Log log(int lines) {
    return Containers.of(engine).log(id, lines);
  }

  @Override
  public void stop(Duration grace) {
    Containers.of(engine).stop(id, grace);
  }

  @Override
  public void kill() {
    Containers.of(engine).kill(id, "SIGKILL");
  }

  @Override
  public void start() {
    Containers containers = Containers.of(engine);
    containers.start(id);
    ContainerDetails last =
        Waiting.upTo(READY).until(() -> containers.inspect(id), ContainerReplica::isReady);
    if (!isReady(last)) {
      throw new DeploymentException(
          name
              + " did not become ready again within "
              + READY.toSeconds()
              + " s: it is "
              + last.status().state()
              + "; its last log lines: "
              + log(Diagnosis.LINES).text());
    }
  }

  private static boolean isReady(ContainerDetails container) {
    return container.status().state() == State.RUNNING
        && container
            .status()
            .health()
            .map(health -> health.status() == Health.Status.HEALTHY)
            .orElse(true);
  }
}

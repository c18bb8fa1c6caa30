package org.seatrial.docker.compose;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.seatrial.check.InspectionException;
import org.seatrial.deployment.DeploymentException;
import org.seatrial.deployment.Waiting;
import org.seatrial.docker.compose.ComposeCommand.Started;
import org.seatrial.docker.compose.Expected.Progress;
import org.seatrial.docker.compose.Expected.Standing;

/**
 * A project of docker compose whose model is fixed: brought up, waited for, taken down.
 *
 * @param name what failures call it
 * @param command docker compose for this project
 * @param containers what the engine sees of it
 * @param expected what must be seen of each service
 * @param patience how long it may take to become ready
 */
record Project(
    String name,
    ComposeCommand command,
    ProjectContainers containers,
    List<Expected> expected,
    Duration patience) {

  /** How often the engine is asked while somebody waits. */
  private static final Duration INTERVAL = Duration.ofMillis(50);

  /** How long a service without a health check must go on running. */
  private static final Duration SETTLING = Duration.ofMillis(250);

  /** How often a service may fall over while it settles, before the last look counts. */
  private static final int ROUNDS = 5;

  /** How long a build may take: packages are fetched in it. */
  private static final Duration BUILD = Duration.ofMinutes(30);

  private static final Duration REMOVAL = Duration.ofMinutes(2);

  Project {
    expected = List.copyOf(expected);
  }

  /** Where all services stand at one moment, and docker compose itself. */
  private record Look(List<Standing> standings, boolean running, boolean failed) {

    boolean isDecided() {
      return failed || any(Progress.FAILED) || isReady();
    }

    boolean isReady() {
      return !running
          && !failed
          && standings.stream().allMatch(s -> s.progress() == Progress.READY);
    }

    /** Tell whether a container runs of which nobody checks whether it is well. */
    boolean anyUnchecked() {
      return standings.stream().anyMatch(Standing::unchecked);
    }

    boolean any(Progress progress) {
      return standings.stream().anyMatch(standing -> standing.progress() == progress);
    }
  }

  static Path modelFile(Path folder) {
    return folder.resolve("compose.json");
  }

  /** Write the model that is deployed. */
  static void write(ComposeModel model, Path folder) {
    try (OutputStream out = Files.newOutputStream(modelFile(folder))) {
      model.write(out);
    } catch (IOException e) {
      throw new InspectionException("cannot write " + modelFile(folder) + ": " + e.getMessage(), e);
    }
  }

  /** Build what has a {@code build:} section. */
  void build() {
    Started built = command.run(BUILD, arguments("build", "--quiet"));
    if (built.hasFailed()) {
      throw new DeploymentException(
          name + " could not be built; docker compose build said:\n" + built.complaint());
    }
  }

  /**
   * Bring everything up, and wait until it is ready.
   *
   * @throws DeploymentException when it does not become ready, saying why
   */
  void up() {
    Started up = command.start(arguments("up", "--detach", "--no-build", "--quiet-pull"));
    try {
      Look look = settled(() -> look(up));
      if (look.failed() || look.any(Progress.FAILED)) {
        throw failed(look, up);
      }
      if (look.running() || look.any(Progress.WAITING)) {
        throw late(look, up.complaint());
      }
    } finally {
      up.kill();
    }
  }

  /**
   * Look until it is decided what becomes of the services. One without a health check is ready when
   * it runs; so that it does not count as ready while it falls over, it must still do so a moment
   * later.
   */
  private Look settled(Supplier<Look> looking) {
    Look look = new Waiting(patience, INTERVAL).until(looking, Look::isDecided);
    for (int round = 0; round < ROUNDS && look.isReady() && look.anyUnchecked(); round++) {
      Look later = new Waiting(SETTLING, INTERVAL).until(looking, seen -> !seen.isReady());
      if (later.isReady()) {
        return later;
      }
      look = new Waiting(patience, INTERVAL).until(looking, Look::isDecided);
    }
    return look;
  }

  private DeploymentException late(Look look, String complaint) {
    return new DeploymentException(
        diagnosis()
            .of(
                "after " + patience.toSeconds() + " s",
                look.standings(),
                look.running() ? complaint : ""));
  }

  private Look look(Started up) {
    // First the command, then the containers: what it has made by its end is seen.
    boolean running = up.isAlive();
    boolean failed = up.hasFailed();
    return new Look(standings(), running, failed);
  }

  /** Return where all services stand now. */
  List<Standing> standings() {
    List<Seen> seen = containers.seen();
    return expected.stream().map(each -> each.judge(seen)).toList();
  }

  private DeploymentException failed(Look look, Started up) {
    String headline =
        look.standings().stream()
            .filter(standing -> standing.progress() == Progress.FAILED)
            .findFirst()
            .map(standing -> "service " + standing.service() + " " + standing.reason())
            .orElse("docker compose up failed");
    return new DeploymentException(diagnosis().of(headline, look.standings(), complaint(up, look)));
  }

  private static String complaint(Started up, Look look) {
    return look.failed() ? up.complaint() : "";
  }

  private Diagnosis diagnosis() {
    return new Diagnosis(name, id -> containers.log(id, Diagnosis.LINES));
  }

  /** Wait until everything is ready again, after something was changed. */
  void awaitReady() {
    Look look = settled(() -> new Look(standings(), false, false));
    if (!look.isReady()) {
      throw late(look, "");
    }
  }

  /** Return the project of which so many containers of a service are expected. */
  Project expecting(String service, int replicas) {
    List<Expected> changed =
        expected.stream()
            .map(each -> each.service().equals(service) ? each.withReplicas(replicas) : each)
            .toList();
    return new Project(name, command, containers, changed, patience);
  }

  /** Run as many containers of a service as this. */
  void scale(String service, int replicas) {
    Started scaled =
        command.run(
            patience,
            arguments(
                "up",
                "--detach",
                "--no-build",
                "--no-recreate",
                "--no-deps",
                "--scale",
                service + "=" + replicas,
                service));
    if (scaled.hasFailed()) {
      throw new DeploymentException(
          name + " could not be scaled; docker compose said:\n" + scaled.complaint());
    }
  }

  /**
   * End everything as it is ended in a restart: the data stay. Of volumes without a name nobody
   * would find them again, so these go.
   */
  void down() {
    Set<String> unreachable = containers.anonymousVolumes();
    Started down = command.run(REMOVAL, arguments("down"));
    if (down.hasFailed()) {
      throw new DeploymentException(
          name + " could not be taken down; docker compose said:\n" + down.complaint());
    }
    containers.removeVolumes(unreachable);
  }

  /** Remove everything, data too, and see that nothing is left. */
  void remove() {
    Started down =
        command.run(
            REMOVAL,
            arguments("down", "--volumes", "--remove-orphans", "--timeout", "0", "--rmi", "local"));
    List<String> left = containers.removeLeft();
    if (!left.isEmpty()) {
      throw new InspectionException(
          name
              + " could not be removed, these are left: "
              + String.join(", ", left)
              + (down.hasFailed() ? "; docker compose said:\n" + down.complaint() : ""));
    }
  }

  private List<String> arguments(String... rest) {
    List<String> arguments =
        new ArrayList<>(
            List.of("--progress", "plain", "--file", modelFile(command.folder()).toString()));
    arguments.addAll(List.of(rest));
    return arguments;
  }
}

package org.seatrial.docker;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.seatrial.check.InspectionException;
import org.seatrial.deployment.probe.Exec;

/**
 * Runs programs in a container that runs. Each is one exec of the engine. Safe for use by several
 * threads.
 */
public final class ContainerExec implements Exec {

  /** In the environment of every program that is run. */
  static final String VARIABLE = "SEATRIAL_EXEC";

  /** Uses nothing but the shell itself; twice, because a program may have just made another. */
  private static final String KILL =
      """
      for q in 1 2; do
        for p in /proc/[0-9]*; do
          while read -r l || [ "$l" ]; do
            case $l in *"SEATRIAL_EXEC=$1"*) kill -9 "${p#/proc/}"; break ;; esac
          done <"$p/environ"
        done
      done 2>/dev/null
      """;

  private static final Duration KILL_PATIENCE = Duration.ofSeconds(10);

  private final Engine engine;
  private final String container;
  private final Optional<String> user;
  private final Clock clock;

  private ContainerExec(Engine engine, String container, Optional<String> user, Clock clock) {
    this.engine = engine;
    this.container = container;
    this.user = user;
    this.clock = clock;
  }

  /** Run programs in this container, as the user that it is configured with. */
  public static ContainerExec in(Engine engine, String container) {
    return new ContainerExec(engine, container, Optional.empty(), Clock.systemUTC());
  }

  /** Run programs as this user, such as {@code 0:0}. */
  public ContainerExec as(String other) {
    return new ContainerExec(engine, container, Optional.of(other), clock);
  }

  /**
   * {@inheritDoc}
   *
   * @throws InspectionException when there is no such container, or it does not run
   */
  @Override
  public Running start(List<String> arguments, byte[] stdin, Duration patience) throws IOException {
    String mark = UUID.randomUUID().toString();
    String id = create(arguments, mark, patience);
    HttpRequest start =
        HttpRequest.upgrade(
            engine.versioned("/exec/" + id + "/start"),
            JsonText.of(Map.of("Detach", false, "Tty", false)));
    String asked = "run a program in container " + container;
    HttpResponse response = engine.send(start, asked, patience);
    if (response.status() != 101 && response.status() != 200) {
      try (response) {
        throw refused(response, asked);
      }
    }
    Deadline deadline = Deadline.after(patience, clock);
    return new Hijacked(response, stdin, deadline, () -> exitCode(id), () -> kill(mark));
  }

  /**
   * End a program that nobody waits for: the engine leaves it running when its connection ends. It
   * and its children are told by a variable of their environment, as their numbers in the container
   * are known to nobody. Without a shell there, it stays.
   */
  private void kill(String mark) {
    try {
      String id = create(List.of("sh", "-c", KILL, "sh", mark), "", KILL_PATIENCE);
      engine.ask(
          HttpRequest.post(
              engine.versioned("/exec/" + id + "/start"),
              JsonText.of(Map.of("Detach", true, "Tty", false))),
          "end a program in container " + container,
          KILL_PATIENCE,
          response -> Optional.of(response.status()));
    } catch (InspectionException e) {
      // The container or the engine is gone, and the program with it; its reader knows why already.
      return;
    }
  }

  private String create(List<String> arguments, String mark, Duration patience) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("AttachStdin", true);
    json.put("AttachStdout", true);
    json.put("AttachStderr", true);
    json.put("Tty", false);
    json.put("Cmd", arguments);
    json.put("Env", mark.isEmpty() ? List.of() : List.of(VARIABLE + "=" + mark));
    user.ifPresent(name -> json.put("User", name));
    String asked = "run a program in container " + container;
    HttpRequest request =
        HttpRequest.post(Containers.path(engine, container, "/exec").toString(), JsonText.of(json));
    return engine.ask(
        request,
        asked,
        patience,
        response -> {
          if (response.status() != 201) {
            throw refused(response, asked);
          }
          return Optional.of(ContainerReader.id(Json.read(response.body()).get("Id")));
        });
  }

  private InspectionException refused(HttpResponse response, String asked) {
    return switch (response.status()) {
      case 404 -> EngineFailure.noSuchContainer(engine.address(), container);
      case 409 -> EngineFailure.notRunning(engine.address(), container, response);
      default -> EngineFailure.refused(engine.address(), asked, response);
    };
  }

  private int exitCode(String id) throws IOException {
    return engine.ask(
        HttpRequest.get(engine.versioned("/exec/" + id + "/json")),
        "tell how a program in container " + container + " ended",
        engine.timeouts().answer(),
        response -> {
          if (response.status() == 404) {
            // The engine forgets what ran in a container when that is removed.
            throw EngineFailure.noSuchContainer(engine.address(), container);
          }
          return response.status() == 200
              ? Optional.of(exit(Json.read(response.body())))
              : Optional.empty();
        });
  }

  private static int exit(Json exec) throws IOException {
    if (exec.get("Running").isTrue() || exec.get("ExitCode").isMissing()) {
      throw new SocketTimeoutException("has a program whose outputs ended before it did");
    }
    return exec.get("ExitCode").integer();
  }
}

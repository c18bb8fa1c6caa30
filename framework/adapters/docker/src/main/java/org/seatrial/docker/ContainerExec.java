package org.seatrial.docker;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.seatrial.check.InspectionException;
import org.seatrial.deployment.probe.Exec;

/**
 * Runs programs in a container that runs. Each is one exec of the engine. Safe for use by several
 * threads.
 */
public final class ContainerExec implements Exec {

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
    String id = create(arguments, patience);
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
    return new Hijacked(response, stdin, deadline, () -> exitCode(id));
  }

  private String create(List<String> arguments, Duration patience) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("AttachStdin", true);
    json.put("AttachStdout", true);
    json.put("AttachStderr", true);
    json.put("Tty", false);
    json.put("Cmd", arguments);
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

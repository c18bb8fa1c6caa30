package org.seatrial.docker;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.seatrial.check.InspectionException;
import org.seatrial.deployment.probe.Exec;
import org.seatrial.docker.NewContainer.Confinement;

/**
 * Runs programs beside a container: each in a container of its own that shares the processes and
 * the network of the other, runs as its user, can change nothing and is removed when it is closed.
 */
final class BesideExec implements Exec {

  static final Map<String, String> LABELS = Map.of("org.seatrial.probe", "1");

  private final Engine engine;
  private final Containers containers;
  private final String image;
  private final String target;
  private final String user;
  private final Clock clock;

  /**
   * Create it.
   *
   * @param image has the programs
   * @param target the id of the other container
   * @param user its user and group, as numbers
   */
  BesideExec(Engine engine, String image, String target, String user, Clock clock) {
    this.engine = engine;
    this.containers = Containers.of(engine);
    this.image = image;
    this.target = target;
    this.user = user;
    this.clock = clock;
  }

  @Override
  public Running start(List<String> arguments, byte[] stdin, Duration patience) throws IOException {
    // Only root may look at processes of root without owning them, and only with this capability.
    List<String> capabilities =
        user.startsWith("0:") ? List.of("SYS_PTRACE", "DAC_READ_SEARCH") : List.of();
    NewContainer probe =
        new NewContainer(
            image,
            arguments.subList(0, 1),
            arguments.subList(1, arguments.size()),
            Optional.of(user),
            LABELS,
            new Confinement(Optional.of(target), true, true, capabilities, true));
    String id = containers.create(probe);
    try {
      return started(id, stdin, patience);
    } catch (IOException | InspectionException e) {
      containers.remove(id);
      throw e;
    }
  }

  private Running started(String id, byte[] stdin, Duration patience) throws IOException {
    Target attach =
        Containers.path(engine, id, "/attach")
            .with("stream", "1")
            .with("stdin", "1")
            .with("stdout", "1")
            .with("stderr", "1");
    HttpResponse outputs =
        open(HttpRequest.upgrade(attach.toString(), new byte[0]), patience, "attach to the probe");
    try {
      Target wait = Containers.path(engine, id, "/wait").with("condition", "next-exit");
      HttpResponse end =
          open(HttpRequest.post(wait.toString()), patience, "tell how the probe ended");
      try {
        containers.start(id);
      } catch (InspectionException e) {
        end.close();
        throw e;
      }
      Deadline deadline = Deadline.after(patience, clock);
      return new Beside(
          id, new Hijacked(outputs, stdin, deadline, () -> exitCode(end), () -> {}), end);
    } catch (IOException | InspectionException e) {
      outputs.close();
      throw e;
    }
  }

  private HttpResponse open(HttpRequest request, Duration patience, String asked)
      throws IOException {
    HttpResponse response = engine.send(request, asked, patience);
    if (response.status() == 101 || response.status() == 200) {
      return response;
    }
    try (response) {
      throw EngineFailure.refused(engine.address(), asked, response);
    }
  }

  private static int exitCode(HttpResponse end) throws IOException {
    return Json.read(end.body()).get("StatusCode").integer();
  }

  /** Removes the container at the end, whatever became of it. */
  private final class Beside implements Running {
    private final String id;
    private final Hijacked program;
    private final HttpResponse end;
    private boolean ended;

    Beside(String id, Hijacked program, HttpResponse end) {
      this.id = id;
      this.program = program;
      this.end = end;
    }

    @Override
    public Piece read() throws IOException {
      Piece piece = program.read();
      ended = piece.isEnd();
      return piece;
    }

    @Override
    public int exitCode() throws IOException {
      return program.exitCode();
    }

    @Override
    public void close() throws IOException {
      try (program;
          end) {
        if (ended) {
          awaitRemoval();
        }
        containers.remove(id);
      }
    }

    /** The engine removes it itself when it has ended, and tells when that is done. */
    private void awaitRemoval() {
      Target removed = Containers.path(engine, id, "/wait").with("condition", "removed");
      engine.ask(
          HttpRequest.post(removed.toString()),
          "tell that the probe is removed",
          engine.timeouts().answer(),
          response -> Optional.of(response.body().readNBytes(1000).length));
    }
  }
}

package org.seatrial.docker;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.seatrial.check.InspectionException;
import org.seatrial.check.Printable;
import org.seatrial.deployment.ContainerStatus;
import org.seatrial.deployment.Log;

/**
 * The containers of an engine. A container is named by its id, the beginning of its id, or its
 * name. Every method throws an {@link InspectionException} when the engine does not answer,
 * refuses, or has no such container. Safe for use by several threads.
 */
public final class Containers {

  private final Engine engine;

  private Containers(Engine engine) {
    this.engine = engine;
  }

  /** Return the containers of this engine. */
  public static Containers of(Engine engine) {
    return new Containers(engine);
  }

  /**
   * A container in a list.
   *
   * @param id 64 hexadecimal digits
   * @param name its first name
   * @param image as it was asked for
   * @param state what it does
   * @param labels by name
   */
  public record Listed(
      String id,
      String name,
      String image,
      ContainerStatus.State state,
      Map<String, String> labels) {
    public Listed {
      labels = Map.copyOf(labels);
    }
  }

  /** Ask for a container; nothing when the engine does not have it. */
  public Optional<ContainerDetails> find(String container) {
    return ask(
        HttpRequest.get(path(container, "/json").toString()),
        "describe container " + container,
        response -> {
          if (response.status() == 404) {
            return Optional.of(Optional.empty());
          }
          return response.status() == 200
              ? Optional.of(Optional.of(ContainerReader.read(response.body())))
              : Optional.empty();
        });
  }

  /** Ask for a container that must be there. */
  public ContainerDetails inspect(String container) {
    return find(container)
        .orElseThrow(() -> EngineFailure.noSuchContainer(engine.address(), container));
  }

  /** Return the containers with all these labels, running or not; newest first. */
  public List<Listed> labelled(Map<String, String> labels) {
    Target target =
        Target.of(engine.versioned("/containers/json"))
            .with("all", "1")
            .with("filters", EngineObjects.filters(labels));
    return ask(
        HttpRequest.get(target.toString()),
        "list its containers",
        response -> {
          if (response.status() != 200) {
            return Optional.empty();
          }
          List<Listed> listed = new ArrayList<>();
          for (Json container : Json.read(response.body()).elements()) {
            listed.add(listed(container));
          }
          return Optional.of(listed);
        });
  }

  private static Listed listed(Json container) throws IOException {
    List<String> names = container.get("Names").texts();
    return new Listed(
        ContainerReader.id(container.get("Id")),
        names.isEmpty() ? "" : ContainerReader.name(names.get(0)),
        container.get("Image").text(),
        ContainerReader.state(container.get("State")),
        container.get("Labels").textByName());
  }

  /**
   * Return the last lines that it wrote.
   *
   * @param lines how many at the most
   */
  public Log log(String container, int lines) {
    boolean terminal = inspect(container).terminal();
    Target target =
        path(container, "/logs")
            .with("stdout", "1")
            .with("stderr", "1")
            .with("tail", String.valueOf(lines));
    return ask(
        HttpRequest.get(target.toString()),
        "give the log of container " + container,
        response ->
            response.status() == 200
                ? Optional.of(LogReader.read(response.body(), terminal, lines))
                : gone(response, container));
  }

  /** Create a container, which is not started; return its id. */
  public String create(NewContainer container) {
    return ask(
        HttpRequest.post(engine.versioned("/containers/create"), container.json()),
        "create a container of image " + container.image(),
        response -> {
          if (response.status() == 404) {
            throw EngineFailure.noSuchImage(engine.address(), container.image());
          }
          return response.status() == 201
              ? Optional.of(ContainerReader.id(Json.read(response.body()).get("Id")))
              : Optional.empty();
        });
  }

  /** Start it; nothing happens when it runs already. */
  public void start(String container) {
    act(container, path(container, "/start"), "start", Duration.ZERO);
  }

  /**
   * Send its stop signal, and kill it when it has not ended after the grace; nothing happens when
   * it does not run.
   *
   * @param grace whole seconds, rounded up
   */
  public void stop(String container, Duration grace) {
    act(container, path(container, "/stop").with("t", seconds(grace)), "stop", grace);
  }

  /** Stop it as {@link #stop} does, and start it. */
  public void restart(String container, Duration grace) {
    act(container, path(container, "/restart").with("t", seconds(grace)), "restart", grace);
  }

  /**
   * Send its first process a signal.
   *
   * @param signal such as {@code SIGKILL}
   */
  public void kill(String container, String signal) {
    act(container, path(container, "/kill").with("signal", signal), "kill", Duration.ZERO);
  }

  /**
   * Wait until it does not run; return the exit code.
   *
   * @param patience how long
   * @throws InspectionException when it still runs then
   */
  public int waitFor(String container, Duration patience) {
    return ask(
        HttpRequest.post(path(container, "/wait").toString()),
        patience,
        "tell how container " + container + " ended",
        response ->
            response.status() == 200
                ? Optional.of(Json.read(response.body()).get("StatusCode").integer())
                : gone(response, container));
  }

  /**
   * Remove it with its anonymous volumes, whether it runs or not.
   *
   * @return whether it was there
   */
  public boolean remove(String container) {
    Target target = path(container, "").with("force", "1").with("v", "1");
    String asked = "remove container " + container;
    return ask(
        HttpRequest.delete(target.toString()),
        asked,
        response ->
            switch (response.status()) {
              case 204 -> Optional.of(true);
              case 404 -> Optional.of(false);
              case 409 -> Optional.of(beingRemoved(asked, EngineFailure.said(response)));
              default -> Optional.empty();
            });
  }

  /** Somebody else, or the engine itself, may be removing it already. */
  private boolean beingRemoved(String asked, String said) {
    if (!said.contains("already in progress")) {
      throw EngineFailure.refused(engine.address(), asked, 409, said);
    }
    return true;
  }

  private void act(String container, Target target, String verb, Duration longer) {
    ask(
        HttpRequest.post(target.toString()),
        engine.timeouts().answer().plus(longer),
        verb + " container " + container,
        response ->
            // 304: it is so already.
            response.status() == 204 || response.status() == 304
                ? Optional.of(true)
                : gone(response, container));
  }

  private <T> Optional<T> gone(HttpResponse response, String container) {
    if (response.status() == 404) {
      throw EngineFailure.noSuchContainer(engine.address(), container);
    }
    return Optional.empty();
  }

  private <T> T ask(HttpRequest request, String asked, Engine.Answered<T> answered) {
    return ask(request, engine.timeouts().answer(), asked, answered);
  }

  private <T> T ask(HttpRequest request, Duration idle, String asked, Engine.Answered<T> answered) {
    return engine.ask(request, asked, idle, answered);
  }

  private Target path(String container, String what) {
    return path(engine, container, what);
  }

  /** Return the target of something of a container. */
  static Target path(Engine engine, String container, String what) {
    return Target.of(engine.versioned("/containers/" + requireName(engine, container) + what));
  }

  private static String requireName(Engine engine, String container) {
    boolean plain =
        !container.isEmpty()
            && container.length() <= 255
            && Character.isLetterOrDigit(container.charAt(0))
            && container.chars().allMatch(Containers::isPlain);
    if (!plain) {
      throw new InspectionException(
          "cannot ask the Docker engine at "
              + engine.address()
              + " for "
              + Printable.quoted(container)
              + ": it is not the name of a container");
    }
    return container;
  }

  private static boolean isPlain(int c) {
    return c < 128 && (Character.isLetterOrDigit(c) || "_.-".indexOf(c) >= 0);
  }

  private static String seconds(Duration grace) {
    return String.valueOf(grace.plusNanos(999_999_999).toSeconds());
  }
}

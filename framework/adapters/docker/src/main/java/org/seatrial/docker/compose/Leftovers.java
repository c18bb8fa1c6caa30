package org.seatrial.docker.compose;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import org.seatrial.check.InspectionException;
import org.seatrial.docker.Containers;
import org.seatrial.docker.Engine;
import org.seatrial.docker.EngineObjects;

/**
 * What runs made in an engine and left there: a run is over when its process is gone from this
 * machine. What carries no label of ours is never looked at, and what another machine's run made is
 * left to that machine.
 */
public final class Leftovers {

  private final Engine engine;
  private final String host;
  private final LongFunction<Optional<Instant>> alive;

  private Leftovers(Engine engine, String host, LongFunction<Optional<Instant>> alive) {
    this.engine = engine;
    this.host = host;
    this.alive = alive;
  }

  /** Return what is left in this engine by runs of this machine. */
  public static Leftovers in(Engine engine) {
    return new Leftovers(
        engine,
        Run.host(),
        pid ->
            ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .map(process -> process.info().startInstant().orElse(Instant.EPOCH)));
  }

  static Leftovers in(Engine engine, String host, LongFunction<Optional<Instant>> alive) {
    return new Leftovers(engine, host, alive);
  }

  /** Something that is left: {@code container shop-web-1}. */
  private record Left(String name, Map<String, String> labels, Runnable removal) {}

  /**
   * Remove all of it.
   *
   * @param everything also what runs made that are not over, and those of other machines
   * @return what was removed, containers first
   * @throws InspectionException when something could not be removed; the rest is
   */
  public List<String> remove(boolean everything) {
    List<String> removed = new ArrayList<>();
    List<String> failed = new ArrayList<>();
    for (Left object : all()) {
      if (everything || isOver(object.labels())) {
        try {
          object.removal().run();
          removed.add(object.name());
        } catch (InspectionException e) {
          failed.add(object.name() + " (" + e.getMessage() + ")");
        }
      }
    }
    if (!failed.isEmpty()) {
      throw new InspectionException("cannot remove " + String.join(", ", failed));
    }
    return removed;
  }

  private List<Left> all() {
    Map<String, String> ours = Map.of(Labels.RUN, "");
    Containers containers = Containers.of(engine);
    EngineObjects objects = EngineObjects.of(engine);
    List<Left> all = new ArrayList<>();
    containers
        .labelled(ours)
        .forEach(
            each ->
                all.add(
                    new Left(
                        "container " + each.name(),
                        each.labels(),
                        () -> containers.remove(each.id()))));
    objects
        .networks(ours)
        .forEach(
            each ->
                all.add(
                    new Left(
                        "network " + each.name(),
                        each.labels(),
                        () -> objects.removeNetwork(each.id()))));
    objects
        .volumes(ours)
        .forEach(
            each ->
                all.add(
                    new Left(
                        "volume " + each.name(),
                        each.labels(),
                        () -> objects.removeVolume(each.id()))));
    return all;
  }

  private boolean isOver(Map<String, String> labels) {
    if (!host.equals(labels.get(Labels.HOST))) {
      return false;
    }
    Optional<Instant> started = alive.apply(number(labels.get(Labels.PID)));
    return started.isEmpty() || started.get().toEpochMilli() != number(labels.get(Labels.STARTED));
  }

  private static long number(@org.jspecify.annotations.Nullable String text) {
    return text != null
            && !text.isEmpty()
            && text.length() < 18
            && text.chars().allMatch(c -> c >= '0' && c <= '9')
        ? Long.parseLong(text)
        : 0;
  }
}

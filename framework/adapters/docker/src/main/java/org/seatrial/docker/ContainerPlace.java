package org.seatrial.docker;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.seatrial.check.Answer;
import org.seatrial.check.Answer.Known;
import org.seatrial.check.InspectionException;
import org.seatrial.check.Place;
import org.seatrial.check.Request;
import org.seatrial.check.command.CommandRequest;
import org.seatrial.check.file.CapabilitiesRequest;
import org.seatrial.check.process.ProcessTable;
import org.seatrial.deployment.ContainerRequest;
import org.seatrial.deployment.LogRequest;
import org.seatrial.deployment.StopRequest;
import org.seatrial.deployment.probe.Probe;
import org.seatrial.deployment.probe.ProbeAnswers;
import org.seatrial.image.ImageRequest;

/**
 * A container of an engine as a place to look at. While it runs, all requests of a round go to one
 * probe in it; what that can't see, as there is no shell, is asked beside it, and what is still
 * missing of its files is read from the engine's archive of them. Of a container that does not run,
 * only its files, status and log are known. Safe for use by several threads.
 */
public final class ContainerPlace implements Place {

  private final Engine engine;
  private final Containers containers;
  private final String container;
  private final Optional<String> user;
  private final ProbeImage image;
  private final Clock clock;

  private ContainerPlace(
      Engine engine, String container, Optional<String> user, ProbeImage image, Clock clock) {
    this.engine = engine;
    this.containers = Containers.of(engine);
    this.container = container;
    this.user = user;
    this.image = image;
    this.clock = clock;
  }

  /**
   * Return a container, which is looked at as the user that it is configured with. Nothing is asked
   * yet.
   *
   * @param container its id, the beginning of its id, or its name
   */
  public static ContainerPlace of(Engine engine, String container) {
    requireNonNull(container, "container must not be null");
    ProbeImage image = ProbeImage.of(engine, System.getenv());
    return new ContainerPlace(engine, container, Optional.empty(), image, Clock.systemUTC());
  }

  /**
   * Return the container, looked at as another user: root sees what its own can't.
   *
   * @param other such as {@code 0:0}
   */
  public ContainerPlace as(String other) {
    return new ContainerPlace(engine, container, Optional.of(other), image, clock);
  }

  /** Return the container, with another image for the probe beside it. */
  public ContainerPlace withProbeImage(String name) {
    return new ContainerPlace(engine, container, user, ProbeImage.named(engine, name), clock);
  }

  @Override
  public String name() {
    return "container " + container;
  }

  @Override
  public Map<Request<?>, Answer<?>> fetch(Set<Request<?>> requests) {
    ContainerDetails details = containers.inspect(container);
    Map<Request<?>, Answer<?>> answers = new HashMap<>();
    Set<Request<?>> inside = new HashSet<>();
    for (Request<?> request : requests) {
      if (request instanceof ContainerRequest) {
        answers.put(request, Answer.known(details.status()));
      } else if (request instanceof LogRequest log) {
        answers.put(log, log(details, log.lines()));
      } else if (request instanceof ImageRequest) {
        String image = details.status().image();
        answers.put(
            request, Answer.unknown("a container does not tell it: check its image, " + image));
      } else if (!(request instanceof StopRequest)) {
        inside.add(request);
      }
    }
    answers.putAll(details.isRunning() ? running(details, inside) : stopped(details, inside));
    for (Request<?> request : requests) {
      if (request instanceof StopRequest stop) {
        answers.put(stop, new StopAndStart(engine, details, clock).answer(stop.grace()));
      }
    }
    return answers;
  }

  private Answer<?> log(ContainerDetails details, int lines) {
    try {
      return Answer.known(containers.log(details.id(), lines));
    } catch (InspectionException e) {
      return Answer.unknown(e);
    }
  }

  private Map<Request<?>, Answer<?>> running(ContainerDetails details, Set<Request<?>> requests) {
    if (requests.isEmpty()) {
      return Map.of();
    }
    ContainerFiles files = ContainerFiles.of(engine, details.id());
    CrossCheck check = new CrossCheck(files, details, clock.instant());
    Set<Request<?>> asked = new HashSet<>(requests);
    asked.addAll(check.requests());
    Map<Request<?>, Answer<?>> answers = new HashMap<>();
    Set<Request<?>> unseen = new HashSet<>(requests);
    try {
      ProbeAnswers inside = Probe.in(exec(details)).answer(asked);
      Optional<String> lie = check.lieOf(inside);
      if (lie.isPresent()) {
        return inside.distrusted(lie.get()).answers();
      }
      answers.putAll(inside.answers());
      unseen.retainAll(inside.unseen());
    } catch (InspectionException e) {
      unseen.forEach(request -> answers.put(request, Answer.unknown(e)));
    }
    if (!unseen.isEmpty()) {
      answers.putAll(otherwise(details, files, unseen, answers));
    }
    answers.keySet().retainAll(requests);
    if (details.ownProcesses()) {
      answers.replaceAll((request, answer) -> withoutVisitors(answer));
    }
    return answers;
  }

  /** Health checks, and what others run in it, are no processes of the container's own. */
  private static Answer<?> withoutVisitors(Answer<?> answer) {
    return answer instanceof Known<?> known && known.value() instanceof ProcessTable table
        ? new Known<>(table.withoutVisitors(), known.evidence())
        : answer;
  }

  private ContainerExec exec(ContainerDetails details) {
    ContainerExec exec = ContainerExec.in(engine, details.id());
    return user.map(exec::as).orElse(exec);
  }

  /** Answer from the archive of the files, and beside the container what is not of files. */
  private Map<Request<?>, Answer<?>> otherwise(
      ContainerDetails details,
      ContainerFiles files,
      Set<Request<?>> unseen,
      Map<Request<?>, Answer<?>> before) {
    Map<Request<?>, Answer<?>> answers = new HashMap<>();
    Set<Request<?>> left = new HashSet<>(unseen);
    try {
      // Unless the engine says it does not run: then nothing can be said of it.
      Set<Request<?>> visible = new HashSet<>(unseen);
      visible.removeIf(ContainerPlace::isInvisibleBeside);
      if (!visible.isEmpty() && containers.inspect(details.id()).isRunning()) {
        ProbeAnswers beside = beside(details).answer(visible);
        answers.putAll(beside.answers());
        left.removeIf(request -> visible.contains(request) && !beside.unseen().contains(request));
      }
    } catch (InspectionException e) {
      left.forEach(request -> answers.put(request, because(before.get(request), e)));
    }
    if (!left.isEmpty()) {
      answers.putAll(archived(files, left));
    }
    return answers;
  }

  /** Another container runs no commands of this one, and no shell sees capabilities of files. */
  private static boolean isInvisibleBeside(Request<?> request) {
    return request instanceof CommandRequest || request instanceof CapabilitiesRequest;
  }

  private Map<Request<?>, Answer<?>> archived(ContainerFiles files, Set<Request<?>> requests) {
    try {
      return ArchivedFiles.answer(files, container, requests);
    } catch (InspectionException e) {
      Map<Request<?>, Answer<?>> unknown = new HashMap<>();
      requests.forEach(request -> unknown.put(request, Answer.unknown(e)));
      return unknown;
    }
  }

  private Probe beside(ContainerDetails details) {
    String identity = ContainerUser.of(engine, details, user.orElse(details.user()));
    // In the name space that is shared, the first process of the container has this number.
    return Probe.beside(new BesideExec(engine, image.name(), details.id(), identity, clock), 1);
  }

  private static Answer<?> because(@Nullable Answer<?> inside, InspectionException beside) {
    String why = inside instanceof Answer.Unknown<?> unknown ? unknown.why() + "; " : "";
    return new Answer.Unknown<>(why + "and beside it: " + beside.getMessage(), Optional.of(beside));
  }

  private Map<Request<?>, Answer<?>> stopped(ContainerDetails details, Set<Request<?>> requests) {
    Map<Request<?>, Answer<?>> answers =
        new HashMap<>(archived(ContainerFiles.of(engine, details.id()), requests));
    for (Request<?> request : requests) {
      answers.putIfAbsent(request, Answer.unknown("container " + container + " is not running"));
    }
    return answers;
  }
}

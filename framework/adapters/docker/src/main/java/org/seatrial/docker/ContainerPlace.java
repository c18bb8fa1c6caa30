package org.seatrial.docker;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.seatrial.check.Answer;
import org.seatrial.check.Place;
import org.seatrial.check.Request;
import org.seatrial.deployment.ContainerRequest;
import org.seatrial.deployment.LogRequest;
import org.seatrial.deployment.probe.Probe;

/** A container that runs, as a place to look at. */
public final class ContainerPlace implements Place {

  private final Engine engine;
  private final String container;

  private ContainerPlace(Engine engine, String container) {
    this.engine = engine;
    this.container = container;
  }

  /** Return this container, by its id or name. */
  public static ContainerPlace of(Engine engine, String container) {
    return new ContainerPlace(engine, container);
  }

  @Override
  public String name() {
    return "container " + container;
  }

  @Override
  public Map<Request<?>, Answer<?>> fetch(Set<Request<?>> requests) {
    Map<Request<?>, Answer<?>> answers =
        new HashMap<>(Probe.in(ContainerExec.in(engine, container)).answer(requests).answers());
    for (Request<?> request : requests) {
      if (request instanceof ContainerRequest) {
        answers.put(request, Answer.known(Containers.of(engine).inspect(container).status()));
      } else if (request instanceof LogRequest log) {
        answers.put(log, Answer.known(Containers.of(engine).log(container, log.lines())));
      }
    }
    return answers;
  }
}

package org.seatrial.deployment;

import java.util.List;
import org.seatrial.check.Place;
import org.seatrial.check.command.CommandRequest;
import org.seatrial.check.command.CommandResult;
import org.seatrial.deployment.http.OutsidePlace;

/** One part of an application: a Compose service, a Kubernetes workload. */
public interface Service {

  /** Return its name in the scenario. */
  String name();

  /** Return what runs of it now; empty when it is scaled to nothing. */
  List<Replica> replicas();

  /**
   * Return its only replica, or the first of several.
   *
   * @throws IllegalStateException when nothing runs of it
   */
  default Replica replica() {
    return replicas().stream()
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nothing runs of service " + name()));
  }

  /** Return the first replica as a place to check. */
  default Place place() {
    return replica().place();
  }

  /**
   * Return the first replica as a place to check that is seen from outside as well: {@code
   * http("/")} asks this port, {@code http("/").on(9090)} another one.
   *
   * @param port the port inside, on which the service listens
   * @throws IllegalArgumentException when the scenario does not declare the port
   */
  default Place place(int port) {
    return OutsidePlace.of(
            name(), endpoint(port).uri("http", "/"), other -> endpoint(other).uri("http", "/"))
        .beside(place());
  }

  /**
   * Return where a port of it can be reached from this machine.
   *
   * @param port the port inside, on which the service listens
   * @throws IllegalArgumentException when the scenario does not declare the port
   */
  Endpoint endpoint(int port);

  /** Run a command in the first replica. */
  default CommandResult run(CommandRequest command) {
    return replica().run(command);
  }

  /** Return the last log lines of all replicas. */
  Log log(int lines);

  /**
   * Change the number of replicas, and wait until they are ready.
   *
   * @throws DeploymentException when they do not become ready
   */
  void scale(int replicas);
}

package org.seatrial.deployment;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A scenario that runs. To be closed, which removes everything that it made: containers, networks,
 * volumes, files. Safe for use by several threads.
 */
public interface Deployment extends AutoCloseable {

  /** Return what reports call it: the scenario's name, and the variation's unless it is none. */
  String name();

  /** Return what was deployed. */
  Scenario scenario();

  /** Return how it was changed. */
  Variation variation();

  /** Return its services by name; those whose profile is not enabled are left out. */
  List<Service> services();

  /**
   * Return the service of this name.
   *
   * @throws IllegalArgumentException when there is none; the message lists those that there are
   */
  default Service service(String name) {
    return services().stream()
        .filter(service -> service.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    name()
                        + " has no service "
                        + name
                        + "; there are: "
                        + services().stream()
                            .map(Service::name)
                            .collect(Collectors.joining(", "))));
  }

  /**
   * Take everything down but the data, deploy it again on them, and wait until it is ready.
   *
   * @throws DeploymentException when it does not become ready
   */
  void restart();

  /**
   * Remove everything that the deployment made. Calling it again does nothing.
   *
   * @throws org.seatrial.check.InspectionException when something may be left; the message says
   *     what
   */
  @Override
  void close();
}

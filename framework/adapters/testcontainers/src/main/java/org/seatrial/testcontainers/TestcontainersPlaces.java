package org.seatrial.testcontainers;

import java.net.URI;
import org.seatrial.check.InspectionException;
import org.seatrial.check.Place;
import org.seatrial.docker.ContainerPlace;
import org.seatrial.docker.Engine;
import org.seatrial.docker.EngineAddress;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ComposeContainer;
import org.testcontainers.containers.ContainerState;

/**
 * Places of containers that Testcontainers started: {@code
 * Inspection.of(placeOf(postgres)).verify(checks)}. The engine is the one that Testcontainers
 * found. To be imported statically.
 */
public final class TestcontainersPlaces {

  private TestcontainersPlaces() {}

  /**
   * Return this container as a place to check; it stays the owner's, who stops it.
   *
   * @param container such as a {@code GenericContainer}
   * @throws IllegalArgumentException when it was not started
   * @throws InspectionException when the engine can't be asked
   */
  public static Place placeOf(ContainerState container) {
    String id = container.getContainerId();
    if (id == null) {
      throw new IllegalArgumentException("container must have been started");
    }
    return ContainerPlace.of(engine(), id);
  }

  /**
   * Return the container of a service as a place to check.
   *
   * @param compose started
   * @param service its name as Testcontainers knows it, such as {@code web} or {@code web-1}
   * @throws IllegalArgumentException when there is no such service
   * @throws InspectionException when the engine can't be asked
   */
  public static Place placeOf(ComposeContainer compose, String service) {
    return placeOf(
        compose
            .getContainerByServiceName(service)
            .orElseThrow(
                () -> new IllegalArgumentException("there is no container of service " + service)));
  }

  private static Engine engine() {
    URI host = DockerClientFactory.instance().getTransportConfig().getDockerHost();
    return Engine.connect(EngineAddress.parse(host.toString(), "Testcontainers"));
  }
}

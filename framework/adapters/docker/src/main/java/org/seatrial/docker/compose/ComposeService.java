package org.seatrial.docker.compose;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.seatrial.deployment.Endpoint;
import org.seatrial.deployment.Log;
import org.seatrial.deployment.Replica;
import org.seatrial.deployment.Service;
import org.seatrial.docker.ContainerDetails;
import org.seatrial.docker.ContainerDetails.PublishedPort;

/**
 * A service of a Compose project.
 *
 * @param name its name in the Compose files
 * @param deployment what it belongs to
 */
record ComposeService(String name, ComposeDeployment deployment) implements Service {

  @Override
  public List<Replica> replicas() {
    return containers().stream()
        .<Replica>map(
            container ->
                new ContainerReplica(
                    deployment.current().containers().engine(), container.id(), container.name()))
        .toList();
  }

  private List<ContainerDetails> containers() {
    return deployment.current().containers().of(name);
  }

  @Override
  public Endpoint endpoint(int port) {
    List<ContainerDetails> containers = containers();
    Optional<PublishedPort> published =
        containers.stream().flatMap(container -> container.published(port).stream()).findFirst();
    return published
        .map(found -> new Endpoint(host(found), found.hostPort()))
        .orElseThrow(() -> new IllegalArgumentException(unpublished(port, containers)));
  }

  /** A remote engine publishes on its own machine. */
  private String host(PublishedPort port) {
    return deployment.current().containers().engine().address().host().orElse(port.hostAddress());
  }

  private String unpublished(int port, List<ContainerDetails> containers) {
    String others =
        containers.stream()
            .flatMap(container -> container.ports().stream())
            .map(found -> found.port() + "/" + found.protocol())
            .distinct()
            .collect(Collectors.joining(", "));
    return "port "
        + port
        + " of service "
        + name
        + " is not published ("
        + (others.isEmpty() ? "no port is" : "published: " + others)
        + "); ask for it before deploying, with ComposeScenario.publishing or @Endpoint";
  }

  @Override
  public Log log(int lines) {
    return new Log(
        replicas().stream().flatMap(replica -> replica.log(lines).lines().stream()).toList());
  }

  @Override
  public void scale(int replicas) {
    deployment.scale(name, replicas);
  }
}

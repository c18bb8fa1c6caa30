package org.seatrial.docker;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.seatrial.deployment.ContainerStatus;

/**
 * A container as an engine describes it.
 *
 * @param id 64 hexadecimal digits
 * @param status what is the same on every platform
 * @param labels by name
 * @param imageId the digest of the image that it was made from
 * @param user as it is configured, such as {@code 1001:0}; empty for root
 * @param pid of its first process, as the engine's machine counts; 0 while it does not run
 * @param terminal whether it has one: its outputs are one stream then
 * @param stopSignal such as {@code SIGTERM}
 * @param ports that are mapped to a port of the engine's machine
 * @param networks by which it can be reached
 * @param mounts that the engine made
 * @param ownProcesses whether it shares its processes with no other container and not with the
 *     engine's machine
 */
public record ContainerDetails(
    String id,
    ContainerStatus status,
    Map<String, String> labels,
    String imageId,
    String user,
    int pid,
    boolean terminal,
    String stopSignal,
    List<PublishedPort> ports,
    List<Attachment> networks,
    List<MountPoint> mounts,
    boolean ownProcesses) {

  /**
   * A port of a container that is mapped to one of the engine's machine.
   *
   * @param port in the container
   * @param protocol {@code tcp}, {@code udp} or {@code sctp}
   * @param hostAddress the address of the machine on which it is taken, such as {@code 127.0.0.1}
   * @param hostPort the port of the machine
   */
  public record PublishedPort(int port, String protocol, String hostAddress, int hostPort) {}

  /**
   * A network that a container is in.
   *
   * @param network its name
   * @param networkId its id; empty while the container does not run
   * @param address of the container in it; empty while it does not run
   */
  public record Attachment(String network, String networkId, String address) {}

  /**
   * Something that is mounted in a container.
   *
   * @param type {@code volume}, {@code bind} or {@code tmpfs}
   * @param name of a volume; empty for others
   * @param source on the engine's machine
   * @param destination in the container
   * @param writable whether the container may write to it
   */
  public record MountPoint(
      String type, String name, String source, String destination, boolean writable) {}

  public ContainerDetails {
    requireNonNull(id, "id must not be null");
    requireNonNull(status, "status must not be null");
    labels = Map.copyOf(new TreeMap<>(labels));
    ports = List.copyOf(ports);
    networks = List.copyOf(networks);
    mounts = List.copyOf(mounts);
  }

  /** Return its name. */
  public String name() {
    return status.name();
  }

  /** Tell whether processes run in it, or are paused. */
  public boolean isRunning() {
    return status.state() == ContainerStatus.State.RUNNING
        || status.state() == ContainerStatus.State.PAUSED;
  }

  /** Return where a TCP port of it can be reached on the engine's machine, if it is published. */
  public Optional<PublishedPort> published(int port) {
    return ports.stream()
        .filter(published -> published.port() == port && published.protocol().equals("tcp"))
        .findFirst();
  }
}

package org.seatrial.deployment;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * An application that Compose files describe, as the Compose specification has them.
 *
 * @param name what reports call it
 * @param files the Compose files, each laid over those before it; at least one
 * @param profiles the profiles that are enabled; services without a profile always are
 * @param environment what interpolation sees in addition to the process's own environment; wins
 *     over it and over {@code .env}
 * @param ports the ports that are published on the loopback interface in addition to those that the
 *     files publish
 * @param build whether images of services with a {@code build:} section are built first; without it
 *     such an image must be there
 * @param patience how long it may take to become ready, builds not counted
 */
public record ComposeScenario(
    String name,
    List<Path> files,
    List<String> profiles,
    Map<String, String> environment,
    Set<Port> ports,
    boolean build,
    Duration patience)
    implements Scenario {

  /** How long a scenario may take to become ready unless somebody says otherwise. */
  public static final Duration PATIENCE = Duration.ofMinutes(2);

  /**
   * A port of a service that is to be reached from outside.
   *
   * @param service its name; empty for the only service, of no meaning where there are several
   * @param number 1 to 65535
   */
  public record Port(String service, int number) {
    public Port {
      requireNonNull(service, "service must not be null");
      if (number < 1 || number > 65_535) {
        throw new IllegalArgumentException("port must be 1 to 65535, but was " + number);
      }
    }
  }

  public ComposeScenario {
    requireNonNull(name, "name must not be null");
    files = List.copyOf(files);
    profiles = List.copyOf(profiles);
    environment = Map.copyOf(environment);
    ports = Set.copyOf(ports);
    if (files.isEmpty()) {
      throw new IllegalArgumentException("files must name at least one Compose file");
    }
    if (patience.isNegative() || patience.isZero()) {
      throw new IllegalArgumentException("patience must be positive, but was " + patience);
    }
  }

  /** Return the scenario of these files, named by the folder of the first. */
  public static ComposeScenario of(Path first, Path... others) {
    List<Path> files = new ArrayList<>(List.of(first));
    files.addAll(List.of(others));
    Path folder = first.toAbsolutePath().normalize().getParent();
    Path last = folder == null ? null : folder.getFileName();
    String name = last == null ? "compose" : last.toString();
    return new ComposeScenario(name, files, List.of(), Map.of(), Set.of(), false, PATIENCE);
  }

  /** Return the scenario under this name. */
  public ComposeScenario named(String other) {
    return new ComposeScenario(other, files, profiles, environment, ports, build, patience);
  }

  /** Return the scenario with this profile enabled as well. */
  public ComposeScenario withProfile(String profile) {
    List<String> all = new ArrayList<>(profiles);
    all.add(profile);
    return new ComposeScenario(name, files, all, environment, ports, build, patience);
  }

  /** Return the scenario with this variable for interpolation. */
  public ComposeScenario with(String variable, String value) {
    Map<String, String> all = new TreeMap<>(environment);
    all.put(variable, value);
    return new ComposeScenario(name, files, profiles, all, ports, build, patience);
  }

  /** Return the scenario in which this port of a service can be reached from outside. */
  public ComposeScenario publishing(String service, int port) {
    Set<Port> all = new LinkedHashSet<>(ports);
    all.add(new Port(service, port));
    return new ComposeScenario(name, files, profiles, environment, all, build, patience);
  }

  /** Return the scenario whose images are built before it is deployed. */
  public ComposeScenario built() {
    return new ComposeScenario(name, files, profiles, environment, ports, true, patience);
  }

  /** Return the scenario that may take so long to become ready. */
  public ComposeScenario within(Duration time) {
    return new ComposeScenario(name, files, profiles, environment, ports, build, time);
  }
}

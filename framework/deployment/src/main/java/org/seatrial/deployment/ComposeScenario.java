package org.seatrial.deployment;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An application that Compose files describe, as the Compose specification has them.
 *
 * @param name what reports call it
 * @param files the Compose files, each laid over those before it; at least one
 * @param profiles the profiles that are enabled; services without a profile always are
 * @param environment what interpolation sees in addition to the process's own environment; wins
 *     over it and over {@code .env}
 * @param build whether images of services with a {@code build:} section are built first; without it
 *     such an image must be there
 */
public record ComposeScenario(
    String name,
    List<Path> files,
    List<String> profiles,
    Map<String, String> environment,
    boolean build)
    implements Scenario {

  public ComposeScenario {
    requireNonNull(name, "name must not be null");
    files = List.copyOf(files);
    profiles = List.copyOf(profiles);
    environment = Map.copyOf(new TreeMap<>(environment));
    if (files.isEmpty()) {
      throw new IllegalArgumentException("files must name at least one Compose file");
    }
  }

  /** Return the scenario of these files, named by the folder of the first. */
  public static ComposeScenario of(Path first, Path... others) {
    List<Path> files = new ArrayList<>(List.of(first));
    files.addAll(List.of(others));
    Path folder = first.toAbsolutePath().normalize().getParent();
    String name =
        folder == null || folder.getFileName() == null
            ? "compose"
            : folder.getFileName().toString();
    return new ComposeScenario(name, files, List.of(), Map.of(), false);
  }

  /** Return the scenario under this name. */
  public ComposeScenario named(String other) {
    return new ComposeScenario(other, files, profiles, environment, build);
  }

  /** Return the scenario with this profile enabled as well. */
  public ComposeScenario withProfile(String profile) {
    List<String> all = new ArrayList<>(profiles);
    all.add(profile);
    return new ComposeScenario(name, files, all, environment, build);
  }

  /** Return the scenario with this variable for interpolation. */
  public ComposeScenario with(String variable, String value) {
    Map<String, String> all = new TreeMap<>(environment);
    all.put(variable, value);
    return new ComposeScenario(name, files, profiles, all, build);
  }

  /** Return the scenario whose images are built before it is deployed. */
  public ComposeScenario built() {
    return new ComposeScenario(name, files, profiles, environment, true);
  }
}

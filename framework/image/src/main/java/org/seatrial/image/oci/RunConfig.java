package org.seatrial.image.oci;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a container of the image runs unless it is told otherwise: the {@code config} object of the
 * image's configuration (OCI image specification, config.md, and Docker's additions to it).
 *
 * @param user as written, {@code 1001:0}, {@code nginx}; empty for root
 * @param entrypoint arguments in exec form; empty when none is set
 * @param command arguments after the entrypoint, or the program without one; empty when none is set
 * @param workingDirectory as written; empty for {@code /}
 * @param environment variables
 * @param exposedPorts declared ports
 * @param volumes declared mount points, in the config's order
 * @param labels in the config's order
 * @param stopSignal as written, {@code SIGTERM} or {@code 15}; empty for the default
 * @param healthCheck absent when none is declared
 * @param shell for instructions in shell form; empty for the default, {@code /bin/sh -c}
 * @param onBuild instructions for images that are built on this one
 */
public record RunConfig(
    String user,
    List<String> entrypoint,
    List<String> command,
    String workingDirectory,
    Environment environment,
    ExposedPorts exposedPorts,
    List<String> volumes,
    Map<String, String> labels,
    String stopSignal,
    Optional<HealthCheck> healthCheck,
    List<String> shell,
    List<String> onBuild) {

  private static final List<String> DEFAULT_SHELL = List.of("/bin/sh", "-c");

  public RunConfig {
    entrypoint = List.copyOf(entrypoint);
    command = List.copyOf(command);
    volumes = List.copyOf(volumes);
    labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    shell = List.copyOf(shell);
    onBuild = List.copyOf(onBuild);
  }

  static RunConfig from(Json json) {
    return new RunConfig(
        json.get("User").text(),
        json.get("Entrypoint").textOrTexts(),
        json.get("Cmd").textOrTexts(),
        json.get("WorkingDir").text(),
        new Environment(json.get("Env").texts()),
        new ExposedPorts(List.copyOf(json.get("ExposedPorts").members().keySet())),
        List.copyOf(json.get("Volumes").members().keySet()),
        json.get("Labels").textByName(),
        json.get("StopSignal").text(),
        HealthCheck.from(json.get("Healthcheck")),
        json.get("Shell").texts(),
        json.get("OnBuild").texts());
  }

  /**
   * Return the script when these arguments are what an instruction in shell form leaves: the shell
   * and one script. Return nothing for exec form.
   */
  public Optional<String> shellScript(List<String> arguments) {
    List<String> prefix = shell.isEmpty() ? DEFAULT_SHELL : shell;
    int last = arguments.size() - 1;
    return last == prefix.size() && arguments.subList(0, last).equals(prefix)
        ? Optional.of(arguments.get(last))
        : Optional.empty();
  }
}

package org.seatrial.docker;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A container that is still to be created, as a value.
 *
 * @param image its name or id
 * @param entrypoint in place of the image's own; empty to keep that
 * @param command in place of the image's own; empty to keep that
 * @param user in place of the image's own, such as {@code 1001:0}
 * @param labels by name
 * @param confinement what it shares, and what it may do
 */
public record NewContainer(
    String image,
    List<String> entrypoint,
    List<String> command,
    Optional<String> user,
    Map<String, String> labels,
    Confinement confinement) {

  /**
   * What a container shares with others, and what it may do.
   *
   * @param namespacesOf the container whose processes and network it shares
   * @param readOnlyRoot whether its root file system can't be written to
   * @param unprivileged whether it has no capability but those added, and can gain none
   * @param capabilities that are added, such as {@code SYS_PTRACE}
   * @param standardInput whether something is written to its standard input, and it ends with it;
   *     it is removed when it has ended then
   */
  public record Confinement(
      Optional<String> namespacesOf,
      boolean readOnlyRoot,
      boolean unprivileged,
      List<String> capabilities,
      boolean standardInput) {

    /** Nothing is shared or confined. */
    public static final Confinement NONE =
        new Confinement(Optional.empty(), false, false, List.of(), false);

    public Confinement {
      capabilities = List.copyOf(capabilities);
    }
  }

  public NewContainer {
    requireNonNull(image, "image must not be null");
    entrypoint = List.copyOf(entrypoint);
    command = List.copyOf(command);
    labels = Map.copyOf(labels);
  }

  /** Return a container of the image with this command. */
  public static NewContainer of(String image, String... command) {
    return new NewContainer(
        image, List.of(), List.of(command), Optional.empty(), Map.of(), Confinement.NONE);
  }

  /** Return the container with these labels. */
  public NewContainer labelled(Map<String, String> given) {
    return new NewContainer(image, entrypoint, command, user, given, confinement);
  }

  /** Return the container under this user. */
  public NewContainer as(String given) {
    return new NewContainer(image, entrypoint, command, Optional.of(given), labels, confinement);
  }

  /** Return the container confined in this way. */
  public NewContainer confined(Confinement given) {
    return new NewContainer(image, entrypoint, command, user, labels, given);
  }

  byte[] json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("Image", image);
    if (!entrypoint.isEmpty()) {
      json.put("Entrypoint", entrypoint);
    }
    if (!command.isEmpty()) {
      json.put("Cmd", command);
    }
    user.ifPresent(given -> json.put("User", given));
    json.put("Labels", labels);
    if (confinement.standardInput) {
      for (String each : List.of("AttachStdin", "OpenStdin", "StdinOnce")) {
        json.put(each, true);
      }
      json.put("AttachStdout", true);
      json.put("AttachStderr", true);
    }
    json.put("HostConfig", host());
    return JsonText.of(json);
  }

  private Map<String, Object> host() {
    Map<String, Object> host = new LinkedHashMap<>();
    host.put("ReadonlyRootfs", confinement.readOnlyRoot);
    host.put("AutoRemove", confinement.standardInput);
    host.put("CapAdd", confinement.capabilities);
    if (confinement.unprivileged) {
      host.put("CapDrop", List.of("ALL"));
      host.put("SecurityOpt", List.of("no-new-privileges"));
    }
    confinement.namespacesOf.ifPresent(
        other -> {
          host.put("PidMode", "container:" + other);
          host.put("NetworkMode", "container:" + other);
        });
    return host;
  }
}

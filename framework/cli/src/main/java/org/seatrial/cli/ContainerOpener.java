package org.seatrial.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.seatrial.check.Place;
import org.seatrial.docker.ContainerPlace;
import org.seatrial.docker.Engine;
import org.seatrial.docker.EngineAddress;

/**
 * Opens containers of the engine that the user's own {@code docker} would ask.
 *
 * @param environment the variables of the process
 * @param home the user's home folder
 */
record ContainerOpener(Map<String, String> environment, Path home) implements SubjectOpener {

  private static final String PREFIX = "container:";

  /** Tell whether a subject is the name of a container. */
  static boolean isContainer(String subject) {
    return subject.startsWith(PREFIX);
  }

  @Override
  public Place open(String subject, Optional<String> platform, Progress progress) {
    String name = subject.substring(PREFIX.length());
    if (name.isEmpty()) {
      throw CommandException.usage("container: must be followed by the name or the id of one");
    }
    if (platform.isPresent()) {
      throw CommandException.usage(
          "a container runs on one platform: --platform is for images, not for " + subject);
    }
    progress.at("looking at container " + name);
    return ContainerPlace.of(Engine.connect(EngineAddress.find(environment, home)), name);
  }
}

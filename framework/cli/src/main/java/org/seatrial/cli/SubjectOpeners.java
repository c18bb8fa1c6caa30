package org.seatrial.cli;

import java.util.Optional;
import org.seatrial.check.Place;

/**
 * Opens what a subject names by its prefix: {@code container:NAME} a container, anything else an
 * image.
 */
record SubjectOpeners(SubjectOpener images, SubjectOpener containers) implements SubjectOpener {

  @Override
  public Place open(String subject, Optional<String> platform, Progress progress) {
    return (ContainerOpener.isContainer(subject) ? containers : images)
        .open(subject, platform, progress);
  }
}

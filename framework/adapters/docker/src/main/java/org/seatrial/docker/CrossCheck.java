package org.seatrial.docker;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.seatrial.check.Answer;
import org.seatrial.check.Printable;
import org.seatrial.check.Request;
import org.seatrial.check.file.FileStatus;
import org.seatrial.check.file.FileType;
import org.seatrial.check.file.Links;
import org.seatrial.check.file.StatRequest;
import org.seatrial.deployment.probe.ProbeAnswers;

/**
 * Compares what the tools of a container say of a few files with what its engine sees there: an
 * image whose {@code sh} or {@code stat} lies must not pass.
 */
final class CrossCheck {

  private static final int FILES = 4;

  /** Clocks of machines differ, and the engine may have whole seconds. */
  private static final int SKEW_SECONDS = 5;

  /** Asked in any case, so that there is something to compare. */
  private static final List<StatRequest> ALWAYS =
      List.of(
          new StatRequest("/", Links.FOLLOW),
          new StatRequest("/etc/passwd", Links.FOLLOW),
          new StatRequest("/bin/sh", Links.FOLLOW));

  private static final List<String> VIRTUAL = List.of("/proc", "/sys", "/dev", "/run");

  private final ContainerFiles files;
  private final ContainerDetails details;
  private final Instant began;

  CrossCheck(ContainerFiles files, ContainerDetails details, Instant began) {
    this.files = files;
    this.details = details;
    this.began = began;
  }

  /** Return what is to be asked on top of what is wanted. */
  Set<Request<?>> requests() {
    return Set.copyOf(ALWAYS);
  }

  /** Return what is wrong with the answers, if anything is. */
  Optional<String> lieOf(ProbeAnswers said) {
    for (FileStatus status : sample(said)) {
      Optional<PathStat> seen = files.stat(status.path());
      if (seen.isEmpty()) {
        // What is mounted there without the engine's knowledge, or gone by now, tells nothing.
        continue;
      }
      Optional<String> difference = difference(status, seen.get());
      if (difference.isPresent()) {
        return Optional.of(
            "the tools of the container can't be believed: they say of "
                + Printable.of(status.path())
                + " that "
                + difference.get());
      }
    }
    return Optional.empty();
  }

  /** Return the first and the last of the files that are known, and those that are always asked. */
  private List<FileStatus> sample(ProbeAnswers said) {
    List<FileStatus> known = new ArrayList<>();
    for (Request<?> request : said.answers().keySet()) {
      if (request instanceof StatRequest stat
          && said.get(stat) instanceof Answer.Known<FileStatus> answer
          && isComparable(answer.value().path())) {
        known.add(answer.value());
      }
    }
    known.sort((one, other) -> one.path().compareTo(other.path()));
    List<FileStatus> sample = new ArrayList<>();
    int step = Math.max(1, known.size() / FILES);
    for (int i = 0; i < known.size(); i += step) {
      sample.add(known.get(i));
    }
    return sample;
  }

  private boolean isComparable(String path) {
    return VIRTUAL.stream().noneMatch(folder -> isBelow(path, folder))
        && details.mounts().stream().noneMatch(mount -> isBelow(path, mount.destination()));
  }

  private static boolean isBelow(String path, String folder) {
    return path.equals(folder) || path.startsWith(folder + "/");
  }

  private Optional<String> difference(FileStatus said, PathStat seen) {
    if (type(said.type()) != seen.type()) {
      return Optional.of("it is a " + said.type().phrase() + ", which it is not");
    }
    if (seen.type() != PathStat.Type.LINK && said.mode().bits() != seen.permissions()) {
      return Optional.of(
          "its mode is %04o, and the engine sees %04o"
              .formatted(said.mode().bits(), seen.permissions()));
    }
    boolean changed = seen.modified().plusSeconds(SKEW_SECONDS).isAfter(began);
    if (changed || seen.type() != PathStat.Type.FILE) {
      return Optional.empty();
    }
    if (said.size() != seen.size()) {
      return Optional.of("it has " + said.size() + " bytes, and the engine sees " + seen.size());
    }
    return said.modified().getEpochSecond() == seen.modified().getEpochSecond()
        ? Optional.empty()
        : Optional.of(
            "it was modified " + said.modified() + ", and the engine sees " + seen.modified());
  }

  private static PathStat.Type type(FileType type) {
    return switch (type) {
      case REGULAR -> PathStat.Type.FILE;
      case DIRECTORY -> PathStat.Type.DIRECTORY;
      case SYMLINK -> PathStat.Type.LINK;
      default -> PathStat.Type.OTHER;
    };
  }
}

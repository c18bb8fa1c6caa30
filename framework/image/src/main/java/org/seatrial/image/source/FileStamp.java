package org.seatrial.image.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What tells without reading a file that it is the same as before.
 *
 * @param text real path, device and inode, size, and the times of the last change of content and of
 *     inode
 * @param changed the time of the last change of the inode, which nobody can set at will
 */
record FileStamp(String text, Instant changed) {

  /**
   * File systems count time in steps, of up to two seconds: a file that changed in the step in
   * which it was looked at can change once more and keep its stamp.
   */
  private static final Duration STEP = Duration.ofSeconds(2);

  /** Return the stamp; nothing where the file system does not know all of it. */
  static Optional<FileStamp> of(Path file) {
    try {
      // Of a link, what it leads to counts: that can change while the link stays the same.
      Path real = file.toRealPath();
      Map<String, Object> known =
          Files.readAttributes(real, "unix:dev,ino,size,lastModifiedTime,ctime");
      Instant changed = ((FileTime) Objects.requireNonNull(known.get("ctime"))).toInstant();
      String text =
          "%s %s %s %s %s %s"
              .formatted(
                  real,
                  known.get("dev"),
                  known.get("ino"),
                  known.get("size"),
                  known.get("lastModifiedTime"),
                  changed);
      return Optional.of(new FileStamp(text, changed));
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      // The file system has no such view: the bytes are verified at every run.
      return Optional.empty();
    }
  }

  /** Return the stamp of a file that has been at rest for so long that no change can hide. */
  static Optional<String> settled(Path file, Clock clock) {
    return of(file)
        .filter(stamp -> stamp.changed.plus(STEP).isBefore(clock.instant()))
        .map(FileStamp::text);
  }
}

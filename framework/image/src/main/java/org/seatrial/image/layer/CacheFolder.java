package org.seatrial.image.layer;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.seatrial.image.oci.Digest;

/** The files of a cache: {@code sha256-9f2c….index}, for nobody else to read. */
final class CacheFolder {

  private static final String SUFFIX = ".index";
  private static final String TEMPORARY = ".tmp";

  /** A temporary file of this age was left behind by somebody who was killed. */
  private static final Duration LEFT_BEHIND = Duration.ofHours(1);

  private final Path path;
  private final long limit;

  CacheFolder(Path path, long limit) {
    this.path = path;
    this.limit = limit;
  }

  Path path() {
    return path;
  }

  Path file(Digest diffId) {
    return path.resolve(diffId.algorithm() + "-" + diffId.hex() + SUFFIX);
  }

  /** Make an empty file with a name of its own. */
  Path temporary() throws IOException {
    Files.createDirectories(path, permissions("rwx------"));
    return Files.createTempFile(path, "", TEMPORARY, permissions("rw-------"));
  }

  private static FileAttribute<?>[] permissions(String text) {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text))
        }
        : new FileAttribute<?>[0];
  }

  /** Delete the files that were used least recently until the others fit. */
  void shrink(Instant now) throws IOException {
    List<Kept> indexes = new ArrayList<>();
    long sum = 0;
    for (Kept kept : files()) {
      if (!kept.isTemporary()) {
        indexes.add(kept);
        sum += kept.size;
      } else if (kept.used.isBefore(now.minus(LEFT_BEHIND))) {
        Files.deleteIfExists(kept.file);
      }
    }
    indexes.sort(Comparator.comparing(Kept::used).thenComparing(Kept::file));
    for (int i = 0; i < indexes.size() && sum > limit; i++) {
      Files.deleteIfExists(indexes.get(i).file);
      sum -= indexes.get(i).size;
    }
  }

  LayerCache.Cleared clear() throws IOException {
    int count = 0;
    long bytes = 0;
    for (Kept kept : files()) {
      if (Files.deleteIfExists(kept.file) && !kept.isTemporary()) {
        count++;
        bytes += kept.size;
      }
    }
    return new LayerCache.Cleared(count, bytes);
  }

  /** Return the files that are ours; others may use the folder at the same time. */
  private List<Kept> files() throws IOException {
    List<Kept> files = new ArrayList<>();
    try (DirectoryStream<Path> entries =
        Files.newDirectoryStream(path, "*{" + SUFFIX + "," + TEMPORARY + "}")) {
      for (Path entry : entries) {
        kept(entry).ifPresent(files::add);
      }
    } catch (NoSuchFileException e) {
      // Nothing was stored so far.
      return List.of();
    }
    return files;
  }

  private static Optional<Kept> kept(Path file) throws IOException {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return attributes.isRegularFile()
          ? Optional.of(
              new Kept(file, attributes.size(), attributes.lastModifiedTime().toInstant()))
          : Optional.empty();
    } catch (NoSuchFileException e) {
      // Somebody else gave it up in the meantime.
      return Optional.empty();
    }
  }

  private record Kept(Path file, long size, Instant used) {
    boolean isTemporary() {
      return file.getFileName().toString().endsWith(TEMPORARY);
    }
  }
}

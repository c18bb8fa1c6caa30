package org.seatrial.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.seatrial.image.oci.Digest;
import org.seatrial.image.source.StreamMemory;

/**
 * A cache of small values in a folder, one file each, for nobody else to read: written beside its
 * place and moved there in one step, believed only with its checksum, the oldest given up when
 * there are too many. Losing one costs time only, so a folder that can't be used is as good as an
 * empty one.
 */
final class SmallFiles implements StreamMemory {

  /** The largest value that is kept: 1 MiB. */
  static final int LARGEST = 1 << 20;

  private static final int FILES = 4_000;
  private static final long BYTES = 128L << 20;
  private static final int SUM = 32;

  private final Path folder;

  SmallFiles(Path folder) {
    this.folder = folder;
  }

  @Override
  public Optional<byte[]> recall(String name) {
    Path file = file(name);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      byte[] kept = Files.readAllBytes(file);
      int size = Math.max(0, kept.length - SUM);
      byte[] value = Arrays.copyOf(kept, size);
      boolean sound = Arrays.equals(Arrays.copyOfRange(kept, size, kept.length), sum(name, value));
      return sound ? Optional.of(value) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public void remember(String name, byte[] value) {
    if (value.length > LARGEST) {
      return;
    }
    try {
      Files.createDirectories(folder, permissions("rwx------"));
      giveUpTheOldest();
      Path made = Files.createTempFile(folder, "", ".tmp", permissions("rw-------"));
      try {
        byte[] kept = Arrays.copyOf(value, value.length + SUM);
        System.arraycopy(sum(name, value), 0, kept, value.length, SUM);
        Files.write(made, kept);
        Files.move(made, file(name), StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(made);
      }
    } catch (IOException e) {
      // The folder can't be written: the next run does the work again.
      return;
    }
  }

  private void giveUpTheOldest() throws IOException {
    List<Kept> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        all.add(new Kept(file, Files.size(file), Files.getLastModifiedTime(file)));
      }
    }
    long bytes = all.stream().mapToLong(Kept::size).sum();
    if (all.size() < FILES && bytes < BYTES) {
      return;
    }
    all.sort(Comparator.comparing(Kept::modified));
    for (Kept old : all.subList(0, all.size() / 2 + 1)) {
      Files.deleteIfExists(old.file);
    }
  }

  private record Kept(Path file, long size, FileTime modified) {}

  private Path file(String name) {
    return folder.resolve(Digest.sha256(name.getBytes(StandardCharsets.UTF_8)).hex());
  }

  private static byte[] sum(String name, byte[] value) {
    MessageDigest hash = Digest.sha256(value).newHash();
    hash.update(name.getBytes(StandardCharsets.UTF_8));
    hash.update(value);
    return hash.digest();
  }

  private static FileAttribute<?>[] permissions(String text) {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text))
        }
        : new FileAttribute<?>[0];
  }
}

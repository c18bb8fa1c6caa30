package org.seatrial.image.layer;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.seatrial.image.oci.Digest;

/**
 * Keeps the indexes of layers in a folder, one file for each diff ID, so that a layer is walked
 * once and not again by the next run. A file is written beside its place and moved there in one
 * step, and believed only if its checksum, version and diff ID are right: several processes can use
 * one folder, and whatever is damaged is written again. When the folder can't be used, nothing is
 * kept and everything else goes on. Safe for use by several threads.
 *
 * <p>Only indexes of layers whose bytes were compared with their diff ID may be stored.
 */
public final class LayerCache {

  /** How many bytes of files a cache has unless somebody says otherwise: 512 MiB. */
  public static final long STANDARD_SIZE = 512L << 20;

  /** A larger file is no index of ours. */
  private static final long LARGEST_FILE = 1L << 30;

  private final CacheFolder folder;
  private final Clock clock;
  private final Consumer<String> notice;
  private final AtomicBoolean noticed = new AtomicBoolean();

  /**
   * Use a folder, which is made when the first index is stored.
   *
   * @param folder of this cache alone
   * @param bytes how many bytes its files may have; those that were used least recently go first
   * @param clock tells the time of use
   * @param notice is told once, in a sentence, when the cache can't be used
   */
  public LayerCache(Path folder, long bytes, Clock clock, Consumer<String> notice) {
    this.folder = new CacheFolder(folder, bytes);
    this.clock = requireNonNull(clock, "clock must not be null");
    this.notice = requireNonNull(notice, "notice must not be null");
  }

  /** Return the index of a layer; empty when there is none that can be believed. */
  public Optional<LayerIndex> load(Digest diffId) {
    Path file = folder.file(diffId);
    try {
      Optional<LayerIndex> index = IndexFormat.read(bytes(file), diffId);
      if (index.isPresent()) {
        touch(file);
      }
      return index;
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      tell("read", e);
      return Optional.empty();
    }
  }

  private static byte[] bytes(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      if (size > LARGEST_FILE) {
        return new byte[0];
      }
      ByteBuffer bytes = ByteBuffer.allocate((int) size);
      while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
        // One read is enough, unless the system says otherwise.
      }
      return bytes.array();
    }
  }

  /** Note the use. Where that is not allowed, files are given up by the time of their making. */
  private void touch(Path file) {
    try {
      Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
    } catch (NoSuchFileException e) {
      // Somebody gave it up since it was read: nobody else will need to know of this use.
    } catch (IOException e) {
      tell("note the use of a file", e);
    }
  }

  /** Keep an index for later, and give up what is too much. */
  public void store(LayerIndex index) {
    try {
      Path made = folder.temporary();
      try {
        write(made, index.format().array());
        Files.setLastModifiedTime(made, FileTime.from(clock.instant()));
        Files.move(made, folder.file(index.diffId()), StandardCopyOption.ATOMIC_MOVE);
      } catch (NoSuchFileException e) {
        // Somebody cleared the cache since the file was begun: the next run keeps the index.
      } finally {
        Files.deleteIfExists(made);
      }
      folder.shrink(clock.instant());
    } catch (IOException e) {
      tell("write", e);
    }
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
    }
  }

  /**
   * What was cleared.
   *
   * @param files how many indexes
   * @param bytes of all of them
   */
  public record Cleared(int files, long bytes) {}

  /**
   * Delete all indexes, and nothing that is not ours.
   *
   * @throws IOException when the folder can't be read or a file not be deleted
   */
  public Cleared clear() throws IOException {
    return folder.clear();
  }

  private void tell(String what, IOException cause) {
    if (noticed.compareAndSet(false, true)) {
      notice.accept(
          "the cache of layers can't be used: could not "
              + what
              + " in "
              + folder.path()
              + ": "
              + cause.getClass().getSimpleName()
              + ": "
              + cause.getMessage());
    }
  }
}

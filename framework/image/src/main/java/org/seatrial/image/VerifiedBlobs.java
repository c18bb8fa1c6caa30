package org.seatrial.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.seatrial.image.oci.Digest;
import org.seatrial.image.source.StoredLayer;

/**
 * Remembers which stored layers were held against their digests, so that a second run needs not
 * hash them again. A blob is known by its source's stamp: the file that it is in, with size, time
 * of change and inode. Losing the memory costs time only, so failures to keep it are ignored.
 */
final class VerifiedBlobs {

  private static final int KEPT = 10_000;

  private final Path folder;

  VerifiedBlobs(Path folder) {
    this.folder = folder;
  }

  /** Tell whether these bytes were verified before; false without a stamp. */
  boolean contains(Optional<String> stamp, StoredLayer layer) {
    return stamp.filter(s -> Files.exists(file(s, layer))).isPresent();
  }

  /** Remember that these bytes are what the image says. */
  void add(Optional<String> stamp, StoredLayer layer) {
    if (stamp.isEmpty()) {
      return;
    }
    try {
      Files.createDirectories(folder);
      forgetTheOldest();
      Files.write(file(stamp.get(), layer), new byte[0]);
    } catch (IOException e) {
      // The cache can't be written: the next run verifies again.
      return;
    }
  }

  private void forgetTheOldest() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : (Iterable<Path>) files.skip(KEPT)::iterator) {
        Files.deleteIfExists(file);
      }
    }
  }

  private Path file(String stamp, StoredLayer layer) {
    String text = stamp + "\n" + layer.path() + "\n" + layer.diffId();
    return folder.resolve(Digest.sha256(text.getBytes(StandardCharsets.UTF_8)).hex());
  }
}

package org.seatrial.image;

import java.util.Optional;
import org.seatrial.image.source.StoredLayer;
import org.seatrial.image.source.StreamMemory;

/**
 * Remembers which stored layers were held against their digests, so that a second run needs not
 * hash them again. A blob is known by its source's stamp: the file that it is in, with size, times
 * of change and inode, or the ID under which an engine keeps it.
 */
record VerifiedBlobs(StreamMemory memory) {

  /** Tell whether these bytes were verified before; false without a stamp. */
  boolean contains(Optional<String> stamp, StoredLayer layer) {
    return stamp.flatMap(s -> memory.recall(name(s, layer))).isPresent();
  }

  /** Remember that these bytes are what the image says. */
  void add(Optional<String> stamp, StoredLayer layer) {
    stamp.ifPresent(s -> memory.remember(name(s, layer), new byte[0]));
  }

  private static String name(String stamp, StoredLayer layer) {
    return "verified " + stamp + " " + layer.path() + " " + layer.diffId();
  }
}

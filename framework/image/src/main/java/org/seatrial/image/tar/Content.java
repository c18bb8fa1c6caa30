package org.seatrial.image.tar;

import java.util.List;

/**
 * Where in an archive the content of a regular file is, and what it is made of.
 *
 * @param offset position of the first stored byte in the uncompressed archive
 * @param size bytes of the file; a sparse file may claim any number, of which few are stored
 * @param extents the parts that are stored, one after the other, sorted and without overlap; what
 *     is between them is zeros. Empty for an empty file or one that is a single hole
 */
public record Content(long offset, long size, List<Extent> extents) {

  /**
   * A part of a file that is stored.
   *
   * @param offset position in the file
   * @param length bytes, more than none
   */
  public record Extent(long offset, long length) {}

  public Content {
    extents = List.copyOf(extents);
    if (offset < 0 || size < 0) {
      throw new IllegalArgumentException("offset and size must not be negative");
    }
    long end = 0;
    for (Extent extent : extents) {
      if (extent.offset < end || extent.length <= 0 || extent.length > size - extent.offset) {
        throw new IllegalArgumentException("extents must be sorted and within the file");
      }
      end = extent.offset + extent.length;
    }
  }

  /** Return the content of a file that is stored as it is. */
  public static Content plain(long offset, long size) {
    return new Content(offset, size, size == 0 ? List.of() : List.of(new Extent(0, size)));
  }

  /** Return the number of bytes that the archive has of it. */
  public long stored() {
    long stored = 0;
    for (Extent extent : extents) {
      stored += extent.length;
    }
    return stored;
  }

  /** Tell whether every byte of the file is stored. */
  public boolean isPlain() {
    return stored() == size;
  }
}

package org.seatrial.image.tar;

import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.seatrial.check.InspectionException;

/** Reads contents out of an archive whose entries are known already. */
public final class Contents {

  /** Bytes that are read at once from a file. */
  private static final int READ_AHEAD = 64 << 10;

  private Contents() {}

  /**
   * Give the wanted contents to the consumer, in the order of the archive, in one pass over the
   * stream that stops behind the last. The stream is not closed.
   *
   * @param name what is read, for errors
   * @param in the uncompressed archive from its first byte on
   * @throws InspectionException when the archive can't be read or ends too early, or the consumer
   *     fails
   */
  public static void read(
      String name, InputStream in, Set<Content> wanted, ContentConsumer consumer) {
    read(name, new StreamBytes(in, Long.MAX_VALUE), wanted, consumer);
  }

  /** Give the wanted contents to the consumer, in the order of the archive, reading only them. */
  public static void read(Region region, Set<Content> wanted, ContentConsumer consumer) {
    read(region.name(), new RegionBytes(region, READ_AHEAD), wanted, consumer);
  }

  private static void read(
      String name, ArchiveBytes bytes, Set<Content> wanted, ContentConsumer consumer) {
    List<Content> sorted =
        wanted.stream().sorted(Comparator.comparingLong(Content::offset)).toList();
    for (Content content : sorted) {
      if (content.stored() > 0 && content.offset() < bytes.position()) {
        throw new IllegalArgumentException("contents must not overlap: " + content);
      }
      try {
        consumer.accept(content, new ContentStream(name, bytes, content));
      } catch (IOException e) {
        throw new InspectionException("cannot read " + name + ": " + e.getMessage(), e);
      }
    }
  }
}

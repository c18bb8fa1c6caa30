package org.seatrial.image.tar;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.seatrial.check.InspectionException;
import org.seatrial.image.tar.Content.Extent;

/** The content of one file, read from the archive as it is asked for; holes are zeros. */
final class ContentStream extends InputStream {

  private final String name;
  private final ArchiveBytes bytes;
  private final Content content;
  private final Iterator<Extent> extents;
  private @Nullable Extent extent;
  private long stored;
  private long position;

  ContentStream(String name, ArchiveBytes bytes, Content content) {
    this.name = name;
    this.bytes = bytes;
    this.content = content;
    this.extents = content.extents().iterator();
    this.extent = extents.hasNext() ? extents.next() : null;
    this.stored = content.offset();
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  /**
   * Read some bytes.
   *
   * @throws InspectionException when the archive can't be read, or ends before the content
   */
  @Override
  public int read(byte[] into, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, into.length);
    if (length == 0) {
      return 0;
    }
    if (position >= content.size()) {
      return -1;
    }
    int n = (int) Math.min(length, run());
    if (extent != null && position >= extent.offset()) {
      fill(into, offset, n);
    } else {
      Arrays.fill(into, offset, offset + n, (byte) 0);
    }
    position += n;
    return n;
  }

  /** Return how many bytes from the position on are all stored, or all in a hole. */
  private long run() {
    if (extent != null && position >= extent.offset() + extent.length()) {
      extent = extents.hasNext() ? extents.next() : null;
    }
    if (extent == null) {
      return content.size() - position;
    }
    return position < extent.offset()
        ? extent.offset() - position
        : extent.offset() + extent.length() - position;
  }

  private void fill(byte[] into, int offset, int length) {
    int n;
    try {
      n = bytes.skipTo(stored) ? bytes.read(into, offset, length) : 0;
    } catch (IOException e) {
      throw new InspectionException("cannot read " + name + ": " + e.getMessage(), e);
    }
    stored += n;
    if (n < length) {
      throw new InspectionException(
          "cannot read " + name + ": it ends at byte " + stored + ", within the content of a file");
    }
  }
}

package org.seatrial.image.tar;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * An archive in a file; going forward is free. One buffer is used again and again: headers of small
 * files that follow each other are read together, contents of large ones never.
 */
final class RegionBytes implements ArchiveBytes {

  private final Region region;
  private final ByteBuffer window;
  private long start;
  private long position;

  RegionBytes(Region region, int readAhead) {
    this.region = region;
    this.window = ByteBuffer.allocateDirect(readAhead).limit(0);
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int done = 0;
    while (done < length) {
      int at = at();
      if (at < 0) {
        break;
      }
      int n = Math.min(length - done, window.limit() - at);
      window.get(at, into, offset + done, n);
      done += n;
      position += n;
    }
    return done;
  }

  /** Return where in the window the next byte is, after reading it if need be; −1 at the end. */
  private int at() throws IOException {
    if (position < start || position >= start + window.limit()) {
      start = position;
      int n = region.read(position, window.clear());
      window.limit(n);
      if (n == 0) {
        return -1;
      }
    }
    return (int) (position - start);
  }

  @Override
  public boolean skipTo(long target) {
    position = Math.min(target, region.size());
    return position == target;
  }

  @Override
  public long skipToEnd(long atMost) throws IOException {
    if (region.size() - position > atMost) {
      throw new Refusal("it goes on for more than " + atMost + " bytes after its end");
    }
    position = region.size();
    return position;
  }
}

package org.seatrial.image.tar;

import java.io.IOException;
import java.io.InputStream;

/** An archive that comes as a stream; going forward is reading. */
final class StreamBytes implements ArchiveBytes {

  private final InputStream in;
  private final long limit;
  private long position;

  /** Take the stream; an archive of more bytes than the limit is refused. */
  StreamBytes(InputStream in, long limit) {
    this.in = in;
    this.limit = limit;
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int n = in.readNBytes(into, offset, length);
    advance(n);
    return n;
  }

  @Override
  public boolean skipTo(long target) throws IOException {
    while (position < target) {
      long n = in.skip(target - position);
      if (n <= 0) {
        // A stream may skip nothing for any reason; only reading tells that it ends.
        if (in.read() < 0) {
          return false;
        }
        n = 1;
      }
      advance(n);
    }
    return true;
  }

  @Override
  public long skipToEnd(long atMost) throws IOException {
    if (skipTo(position + atMost) && in.read() >= 0) {
      throw new Refusal("it goes on for more than " + atMost + " bytes after its end");
    }
    return position;
  }

  private void advance(long n) throws Refusal {
    position += n;
    if (position > limit) {
      throw new Refusal("it has more than " + limit + " uncompressed bytes");
    }
  }
}

package org.seatrial.image.tar;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Objects;

/** The bytes of a region from its first on. */
final class RegionStream extends InputStream {

  private final Region region;
  private long position;

  RegionStream(Region region) {
    this.region = region;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, into.length);
    int n = region.read(position, ByteBuffer.wrap(into, offset, length));
    position += n;
    return n == 0 && length > 0 ? -1 : n;
  }

  @Override
  public long skip(long bytes) {
    long n = Math.max(0, Math.min(bytes, region.size() - position));
    position += n;
    return n;
  }
}

package org.seatrial.image.layer;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Passes a stream through and hashes it on the way; closing it leaves the stream open. */
final class HashedInput extends FilterInputStream {

  private final HashThread.Lane lane;

  HashedInput(InputStream in, HashThread.Lane lane) {
    super(in);
    this.lane = lane;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int n = super.read(into, offset, length);
    if (n > 0) {
      lane.update(into, offset, n);
    }
    return n;
  }

  @Override
  public long skip(long bytes) throws IOException {
    // What is skipped must be hashed too.
    return read() < 0 ? 0 : 1;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  @Override
  public void close() {
    // Whoever opened the stream closes it.
  }
}

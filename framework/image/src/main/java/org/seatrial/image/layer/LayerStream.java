package org.seatrial.image.layer;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.seatrial.image.tar.Limits;

/**
 * The uncompressed bytes of a layer, hashed while they are read. Bytes are decompressed straight
 * into the buffers that are hashed, and read from there.
 */
final class LayerStream extends InputStream {

  private final InputStream decoded;
  private final HashThread.Lane hash;
  private final HashThread.Lane compressed;
  private final Limits limits;
  private byte[] buffer = new byte[0];
  private int at;
  private int limit;
  private boolean ended;

  /**
   * Take the bytes.
   *
   * @param compressed tells how many compressed bytes were taken so far
   * @param limits how many times more there may be
   */
  LayerStream(
      InputStream decoded, HashThread.Lane hash, HashThread.Lane compressed, Limits limits) {
    this.decoded = decoded;
    this.hash = hash;
    this.compressed = compressed;
    this.limits = limits;
  }

  @Override
  public int read() throws IOException {
    return at < limit || fill() ? buffer[at++] & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, into.length);
    if (length == 0) {
      return 0;
    }
    if (at == limit && !fill()) {
      return -1;
    }
    int n = Math.min(length, limit - at);
    System.arraycopy(buffer, at, into, offset, n);
    at += n;
    return n;
  }

  @Override
  public long skip(long bytes) throws IOException {
    if (bytes <= 0 || (at == limit && !fill())) {
      return 0;
    }
    int n = (int) Math.min(bytes, limit - at);
    at += n;
    return n;
  }

  private boolean fill() throws IOException {
    if (ended) {
      return false;
    }
    buffer = hash.next();
    at = 0;
    limit = decoded.readNBytes(buffer, 0, buffer.length);
    hash.submit(limit);
    ended = limit < buffer.length;
    long in = compressed.bytes();
    if (hash.bytes() > limits.ratioFrom() && hash.bytes() / limits.ratio() > in) {
      throw new IOException(
          "it is more than "
              + limits.ratio()
              + " times larger uncompressed: "
              + hash.bytes()
              + " bytes out of "
              + in);
    }
    return limit > 0;
  }
}

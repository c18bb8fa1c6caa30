package org.seatrial.image.layer;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Decompresses gzip (RFC 1952), all members one after the other. Stricter than the JDK's stream,
 * which takes the end of a member for the end of the file when no byte is at hand yet, and passes
 * over anything that follows.
 */
final class GzipStream extends InputStream {

  private static final int FHCRC = 2;
  private static final int FEXTRA = 4;
  private static final int FNAME = 8;
  private static final int FCOMMENT = 16;
  private static final int RESERVED = 0xe0;

  /** The most bytes of a name or comment. */
  private static final int TEXT_LIMIT = 1 << 16;

  private final InputStream in;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private final byte[] input = new byte[64 << 10];
  private int at;
  private int limit;
  private int members;
  private boolean inMember;
  private boolean ended;

  GzipStream(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, into.length);
    if (length == 0) {
      return 0;
    }
    while (!ended) {
      if (!inMember && !begin()) {
        ended = true;
        break;
      }
      int n = inflate(into, offset, length);
      if (n > 0) {
        return n;
      }
    }
    return -1;
  }

  /** Read the head of a member; false when there is no further one. */
  private boolean begin() throws IOException {
    if (at == limit && !fill()) {
      if (members == 0) {
        throw early();
      }
      return false;
    }
    if (next() != 0x1f || next() != 0x8b) {
      throw new ZipException(
          members == 0
              ? "it is no gzip stream"
              : "the gzip stream is followed by something that is none");
    }
    head();
    inflater.reset();
    crc.reset();
    feed();
    inMember = true;
    members++;
    return true;
  }

  private void head() throws IOException {
    int method = next();
    int flags = next();
    if (method != 8 || (flags & RESERVED) != 0) {
      throw new ZipException("the gzip stream has an unknown method or unknown flags");
    }
    drop(6);
    if ((flags & FEXTRA) != 0) {
      drop(next() | (next() << 8));
    }
    if ((flags & FNAME) != 0) {
      dropText();
    }
    if ((flags & FCOMMENT) != 0) {
      dropText();
    }
    drop((flags & FHCRC) != 0 ? 2 : 0);
  }

  private int inflate(byte[] into, int offset, int length) throws IOException {
    int n;
    try {
      n = inflater.inflate(into, offset, length);
    } catch (DataFormatException e) {
      throw refusal("the gzip stream is damaged: " + e.getMessage(), e);
    }
    crc.update(into, offset, n);
    if (inflater.finished()) {
      at = limit - inflater.getRemaining();
      end();
    } else if (inflater.needsDictionary()) {
      throw new ZipException("the gzip stream needs a dictionary");
    } else if (n == 0) {
      if (!fill()) {
        throw early();
      }
      feed();
    }
    return n;
  }

  /** Give the inflater what was read; where it stops is known when it has finished. */
  private void feed() {
    inflater.setInput(input, at, limit - at);
  }

  /** Compare what a member says of itself with what it was. */
  private void end() throws IOException {
    long sum = little();
    long size = little();
    if (sum != crc.getValue()) {
      throw new ZipException(
          "the gzip stream is damaged: its checksum is "
              + Long.toHexString(crc.getValue())
              + ", not "
              + Long.toHexString(sum));
    }
    if (size != (inflater.getBytesWritten() & 0xffffffffL)) {
      throw new ZipException("the gzip stream is damaged: it has another size than it says");
    }
    inMember = false;
  }

  private long little() throws IOException {
    return next() | ((long) next() << 8) | ((long) next() << 16) | ((long) next() << 24);
  }

  private void dropText() throws IOException {
    for (int i = 0; next() != 0; i++) {
      if (i == TEXT_LIMIT) {
        throw new ZipException("the head of the gzip stream has a text without an end");
      }
    }
  }

  private void drop(int bytes) throws IOException {
    for (int i = 0; i < bytes; i++) {
      next();
    }
  }

  private int next() throws IOException {
    if (at == limit && !fill()) {
      throw early();
    }
    return input[at++] & 0xff;
  }

  private boolean fill() throws IOException {
    at = 0;
    limit = Math.max(0, in.read(input));
    return limit > 0;
  }

  private static EOFException early() {
    return new EOFException("the gzip stream ends early");
  }

  private static ZipException refusal(String reason, Throwable cause) {
    ZipException refusal = new ZipException(reason);
    refusal.initCause(cause);
    return refusal;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    in.close();
  }
}

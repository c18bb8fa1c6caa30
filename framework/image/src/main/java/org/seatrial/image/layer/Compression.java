package org.seatrial.image.layer;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How a layer's archive is compressed. It is told by the first bytes, not by the media type. */
public enum Compression {
  /** Not at all. */
  NONE,
  GZIP,
  ZSTD;

  /** Bytes that tell: enough for the longest magic number. */
  static final int MAGIC = 4;

  /** The largest window: 2^27 bytes, 128 MiB, are held in memory. */
  private static final int WINDOW_LOG = 27;

  /** Look at the first bytes of a stream, which must be able to take {@link #MAGIC} bytes back. */
  static Compression of(PushbackInputStream in) throws IOException {
    byte[] first = in.readNBytes(MAGIC);
    in.unread(first);
    return of(first);
  }

  /** Return the compression of a blob that begins with these bytes, of which four are enough. */
  public static Compression of(byte[] first) {
    if (first.length >= 2 && (first[0] & 0xff) == 0x1f && (first[1] & 0xff) == 0x8b) {
      return GZIP;
    }
    return first.length >= MAGIC && isZstd(first) ? ZSTD : NONE;
  }

  /** A frame, or a frame to skip, which may come first (RFC 8878, sections 3.1.1 and 3.1.2). */
  private static boolean isZstd(byte[] first) {
    int magic = ByteBuffer.wrap(first).order(ByteOrder.LITTLE_ENDIAN).getInt();
    return magic == 0xFD2FB528 || (magic & 0xFFFFFFF0) == 0x184D2A50;
  }

  /** Return the uncompressed bytes. */
  public InputStream decode(InputStream in) throws IOException {
    return switch (this) {
      case NONE -> in;
      case GZIP -> new GzipStream(in);
      case ZSTD -> zstd(in);
    };
  }

  private static InputStream zstd(InputStream in) throws IOException {
    try {
      return new ZstdInputStreamNoFinalizer(in).setLongMax(WINDOW_LOG);
    } catch (LinkageError e) {
      throw new IOException("zstd is not available on this platform: " + e.getMessage(), e);
    }
  }
}

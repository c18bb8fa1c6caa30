package org.seatrial.image.tar;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * Some bytes of an open file that are an archive by themselves. Reading does not move the channel,
 * so that several threads can read at once; whoever opened the channel closes it.
 *
 * @param name what is read, for errors, such as {@code layer sha256:9f2c… of image.tar}
 * @param channel the open file
 * @param offset where the archive begins
 * @param size bytes of the archive
 */
public record Region(String name, FileChannel channel, long offset, long size) {

  public Region {
    requireNonNull(name, "name must not be null");
    requireNonNull(channel, "channel must not be null");
    if (offset < 0 || size < 0 || offset > Long.MAX_VALUE - size) {
      throw new IllegalArgumentException("offset and size must not be negative");
    }
  }

  /** Return the whole file as one archive. */
  public static Region whole(String name, FileChannel channel) throws IOException {
    return new Region(name, channel, 0, channel.size());
  }

  /** Return a part of this archive, such as the content of one of its files. */
  public Region part(String part, long from, long length) {
    if (from < 0 || length < 0 || from > size - length) {
      throw new IllegalArgumentException("part must be within the region");
    }
    return new Region(part, channel, offset + from, length);
  }

  /** Return a stream of the bytes from the first on, which needs not be closed. */
  public InputStream stream() {
    return new RegionStream(this);
  }

  /**
   * Fill the buffer from this position of the archive on, with fewer bytes only at its end; return
   * how many.
   */
  int read(long position, ByteBuffer into) throws IOException {
    int wanted = (int) Math.min(into.remaining(), Math.max(0, size - position));
    int limit = into.limit();
    into.limit(into.position() + wanted);
    int done = 0;
    while (done < wanted) {
      int n = channel.read(into, offset + position + done);
      if (n < 0) {
        break;
      }
      done += n;
    }
    into.limit(limit);
    return done;
  }
}

package org.seatrial.docker;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import org.seatrial.check.Printable;

/**
 * The body of an answer, as far as its head says it goes. An end before that is an {@link
 * EOFException}, never the end of the stream.
 */
abstract class HttpBody extends InputStream {

  /** Return the body that this head announces; after an upgrade, all that comes. */
  static HttpBody of(HttpRequest request, HttpHead head, HttpInput input) throws ProtocolException {
    if (head.status() == 101) {
      return new Unsized(input);
    }
    String encoding = head.header("transfer-encoding").orElse("");
    String length = head.header("content-length").orElse("");
    if (request.wantsHeadAlone() || head.status() == 204 || head.status() == 304) {
      return new Sized(input, 0);
    }
    if (encoding.isEmpty()) {
      return length.isEmpty() ? new Unsized(input) : new Sized(input, parsed(length));
    }
    if (encoding.equalsIgnoreCase("chunked") && length.isEmpty()) {
      return new ChunkedBody(input);
    }
    throw new ProtocolException(
        "sent a body in an unknown form: Transfer-Encoding "
            + Printable.quoted(encoding)
            + ", Content-Length "
            + Printable.quoted(length));
  }

  private static long parsed(String length) throws ProtocolException {
    // 18 digits always fit into a long.
    if (length.length() > 18 || !length.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new ProtocolException(
          "sent a Content-Length that is no number: " + Printable.quoted(length));
    }
    return Long.parseLong(length);
  }

  @Override
  public abstract int read(byte[] bytes, int offset, int length) throws IOException;

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  /** A body whose length the head says. */
  private static final class Sized extends HttpBody {
    private final HttpInput input;
    private long left;

    Sized(HttpInput input, long left) {
      this.input = input;
      this.left = left;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (left == 0) {
        return -1;
      }
      int count = input.read(bytes, offset, (int) Math.min(length, left));
      if (count < 0) {
        throw new EOFException("closed the connection " + Spoken.bytes(left) + " too early");
      }
      left -= count;
      return count;
    }
  }

  /** A body that goes on until the engine closes the connection. */
  private static final class Unsized extends HttpBody {
    private final HttpInput input;

    Unsized(HttpInput input) {
      this.input = input;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      return length == 0 ? 0 : input.read(bytes, offset, length);
    }
  }
}

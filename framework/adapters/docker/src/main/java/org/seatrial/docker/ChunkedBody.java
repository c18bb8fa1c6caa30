package org.seatrial.docker;

import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import org.seatrial.check.Printable;

/** A body in chunks, each after a line with its size in hexadecimal digits. */
final class ChunkedBody extends HttpBody {

  private static final int LINE_LIMIT = 1024;
  private static final int TRAILERS = 100;

  private final HttpInput input;
  private long left;
  private boolean started;
  private boolean ended;

  ChunkedBody(HttpInput input) {
    this.input = input;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (left == 0 && !ended) {
      nextChunk();
    }
    if (ended) {
      return -1;
    }
    int count = input.read(bytes, offset, (int) Math.min(length, left));
    if (count < 0) {
      throw new EOFException("closed the connection in the middle of a chunk");
    }
    left -= count;
    return count;
  }

  private void nextChunk() throws IOException {
    if (started && !line("the end of a chunk").isEmpty()) {
      throw new ProtocolException("sent a chunk that is longer than its size says");
    }
    started = true;
    left = size(line("the size of a chunk"));
    if (left == 0) {
      skipTrailers();
      ended = true;
    }
  }

  private void skipTrailers() throws IOException {
    for (int i = 0; i < TRAILERS; i++) {
      if (line("a trailer").isEmpty()) {
        return;
      }
    }
    throw new ProtocolException("sent more than " + TRAILERS + " trailers");
  }

  private String line(String what) throws IOException {
    try {
      return input.line(LINE_LIMIT, what);
    } catch (EOFException e) {
      throw new EOFException("closed the connection before " + what);
    }
  }

  private static long size(String line) throws ProtocolException {
    int extension = line.indexOf(';');
    String digits = (extension < 0 ? line : line.substring(0, extension)).strip();
    long size = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = hexadecimal(digits.charAt(i));
      // 15 digits always fit into a long.
      if (digit < 0 || i == 15) {
        throw noSize(line);
      }
      size = (size << 4) | digit;
    }
    if (digits.isEmpty()) {
      throw noSize(line);
    }
    return size;
  }

  /** Only ASCII: {@link Character#digit} takes the digits of every script. */
  private static int hexadecimal(char c) {
    return c < 128 ? Character.digit(c, 16) : -1;
  }

  private static ProtocolException noSize(String line) {
    String start = line.length() <= 40 ? line : line.substring(0, 40) + '…';
    return new ProtocolException(
        "sent a chunk whose size is no number: " + Printable.quoted(start));
  }
}

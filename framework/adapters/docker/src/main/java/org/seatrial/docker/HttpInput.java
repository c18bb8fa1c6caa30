package org.seatrial.docker;

import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import org.seatrial.check.Printable;

/** What an engine sends, buffered, as lines of a bounded length and as bytes. */
final class HttpInput {

  private static final int BUFFER = 64 * 1024;

  private final Connection connection;
  private final byte[] buffer = new byte[BUFFER];
  private int position;
  private int end;

  HttpInput(Connection connection) {
    this.connection = connection;
  }

  /** Read at least one byte, or return -1 at the end. */
  int read(byte[] bytes, int offset, int length) throws IOException {
    if (position == end) {
      if (length >= BUFFER) {
        return connection.read(bytes, offset, length);
      }
      if (!fill()) {
        return -1;
      }
    }
    int count = Math.min(length, end - position);
    System.arraycopy(buffer, position, bytes, offset, count);
    position += count;
    return count;
  }

  /**
   * Read a line, without its end (CR LF, or LF alone).
   *
   * @param limit the most bytes it may have
   * @param what what the line is, for the message when it is too long
   * @throws EOFException when nothing more comes
   * @throws ProtocolException when the line is too long, or its end is missing
   */
  String line(int limit, String what) throws IOException {
    byte[] line = new byte[limit];
    int length = 0;
    while (position < end || fill()) {
      byte next = buffer[position++];
      if (next == '\n') {
        int text = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
        return new String(line, 0, text, StandardCharsets.ISO_8859_1);
      }
      if (length == limit) {
        throw new ProtocolException(
            "sent " + what + " of more than " + Spoken.bytes(limit) + start(line, length));
      }
      line[length++] = next;
    }
    if (length == 0) {
      throw new EOFException("closed the connection");
    }
    throw new ProtocolException(
        "closed the connection in the middle of " + what + start(line, length));
  }

  private static String start(byte[] line, int length) {
    String text = new String(line, 0, Math.min(40, length), StandardCharsets.ISO_8859_1);
    return ", which begins with " + Printable.quoted(text);
  }

  private boolean fill() throws IOException {
    position = 0;
    end = Math.max(0, connection.read(buffer, 0, BUFFER));
    return end > 0;
  }
}

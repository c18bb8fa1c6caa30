package org.seatrial.docker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A connection whose other side has said everything already, and says it in small pieces. */
final class ScriptedConnection implements Connection {

  private final byte[] sent;
  private final int piece;
  private int position;
  private boolean closed;
  private String written = "";

  ScriptedConnection(String sent, int piece) {
    this.sent = sent.getBytes(StandardCharsets.ISO_8859_1);
    this.piece = piece;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (position == sent.length) {
      return -1;
    }
    int count = Math.min(Math.min(piece, length), sent.length - position);
    System.arraycopy(sent, position, bytes, offset, count);
    position += count;
    return count;
  }

  @Override
  public void write(byte[] bytes) {
    written += new String(bytes, StandardCharsets.ISO_8859_1);
  }

  @Override
  public void endOutput() {
    written += "(end)";
  }

  @Override
  public void patience(Duration idle) {}

  @Override
  public void close() {
    closed = true;
  }

  boolean isClosed() {
    return closed;
  }

  String written() {
    return written;
  }
}

package org.seatrial.docker;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import org.seatrial.deployment.probe.Exec.Piece;

/**
 * Both outputs of a program in one stream: each frame begins with its output (1 standard output, 2
 * standard error, 3 the engine itself), three zeros, and its length in 4 bytes. With a terminal
 * there are no frames.
 */
final class Frames {

  private static final int HEAD = 8;
  private static final int PIECE = 64 * 1024;
  private static final int STDOUT = 1;
  private static final int STDERR = 2;
  private static final int ENGINE = 3;

  private final InputStream in;
  private final boolean terminal;
  private boolean error;
  private long left;

  Frames(InputStream in, boolean terminal) {
    this.in = in;
    this.terminal = terminal;
  }

  /** Read a piece of at most 64 KiB; one of no bytes at the end. */
  Piece read() throws IOException {
    while (!terminal && left == 0) {
      if (!nextFrame()) {
        return Piece.end();
      }
    }
    byte[] bytes = new byte[terminal ? PIECE : (int) Math.min(left, PIECE)];
    int count = in.read(bytes, 0, bytes.length);
    if (count < 0 && !terminal) {
      throw new EOFException("closed the connection " + Spoken.bytes(left) + " too early");
    }
    if (count < 0) {
      return Piece.end();
    }
    left -= count;
    return new Piece(error, ByteBuffer.wrap(bytes, 0, count));
  }

  private boolean nextFrame() throws IOException {
    byte[] head = in.readNBytes(HEAD);
    if (head.length == 0) {
      return false;
    }
    if (head.length < HEAD) {
      throw new EOFException("closed the connection in the middle of a frame's head");
    }
    int output = head[0];
    if (output < STDOUT || output > ENGINE || (head[1] | head[2] | head[3]) != 0) {
      throw new ProtocolException("sent an output that is not in frames");
    }
    error = output >= STDERR;
    left = ByteBuffer.wrap(head).getInt(4) & 0xFFFF_FFFFL;
    return true;
  }
}

package org.seatrial.deployment.probe;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;

/**
 * A port: runs programs in a running place. Implementations are safe for use by several threads.
 */
public interface Exec {

  /**
   * Start a program.
   *
   * @param arguments the program and its arguments
   * @param stdin what is written to its standard input, which is closed after it
   * @param patience after which nothing more is waited for: every further read fails
   * @return what is running; must be closed
   * @throws org.seatrial.check.InspectionException when nothing runs there, or the platform refuses
   * @throws IOException when the connection breaks
   */
  Running start(List<String> arguments, byte[] stdin, Duration patience) throws IOException;

  /** A program that runs. Closing it ends the connection; the program may go on. */
  interface Running extends AutoCloseable {

    /**
     * Read some bytes of either output.
     *
     * @return the next piece, or one of no bytes at the end of both outputs
     * @throws java.net.SocketTimeoutException when the patience is over
     */
    Piece read() throws IOException;

    /**
     * Return the exit code, after the end of both outputs was read: 126 or 127 when the program
     * could not be started.
     */
    int exitCode() throws IOException;

    @Override
    void close() throws IOException;
  }

  /**
   * A piece of an output.
   *
   * @param error whether it is of the standard error
   * @param bytes for this reader alone; none remaining at the end of both outputs
   */
  record Piece(boolean error, ByteBuffer bytes) {

    /** Return the end of both outputs. */
    public static Piece end() {
      return new Piece(false, ByteBuffer.allocate(0));
    }

    /** Tell whether this is the end. */
    public boolean isEnd() {
      return !bytes.hasRemaining();
    }
  }
}

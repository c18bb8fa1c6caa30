package org.seatrial.docker;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;

/**
 * Bytes to and from an engine, one connection for each request. One thread may read while another
 * writes. Closing it, from any thread, aborts whatever is under way.
 */
interface Connection extends Closeable {

  /**
   * Read at least one byte into this part of the array.
   *
   * @return how many bytes were read, or -1 when the engine has closed its side
   * @throws java.net.SocketTimeoutException when the engine sent nothing for too long
   */
  int read(byte[] bytes, int offset, int length) throws IOException;

  /** Send all the bytes. */
  void write(byte[] bytes) throws IOException;

  /** Say that nothing more will be sent, while the answer is still read. */
  void endOutput() throws IOException;

  /** Change how long every further read and write waits. */
  void patience(Duration idle) throws IOException;
}

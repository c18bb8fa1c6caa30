package org.seatrial.image.tar;

import java.io.IOException;

/** The bytes of an uncompressed archive, forward only. */
interface ArchiveBytes {

  /** Return the position of the next byte. */
  long position();

  /** Read this many bytes, fewer only at the end; return how many. */
  int read(byte[] into, int offset, int length) throws IOException;

  /** Go forward to a position; return whether the archive has all bytes before it. */
  boolean skipTo(long position) throws IOException;

  /** Go to the end and return the number of bytes of the whole archive. */
  long skipToEnd(long atMost) throws IOException;
}

package org.seatrial.check.file;

import org.seatrial.check.Request;

/**
 * Asks for the content of a file, links followed. Absent: nothing is there. Unknown: it is no
 * regular file, or larger than the limit.
 *
 * @param path absolute
 * @param limit the most bytes that are read
 */
public record ReadRequest(String path, int limit) implements Request<FileContent> {

  /** How many bytes are read unless somebody asks for more: 8 MiB. */
  public static final int LIMIT = 8 << 20;

  public ReadRequest {
    path = Paths.requireAbsolute(path);
    if (limit < 0) {
      throw new IllegalArgumentException("limit must not be negative, but was " + limit);
    }
  }

  /** Ask for the content of this file, {@link #LIMIT} bytes at the most. */
  public static ReadRequest of(String path) {
    return new ReadRequest(path, LIMIT);
  }
}

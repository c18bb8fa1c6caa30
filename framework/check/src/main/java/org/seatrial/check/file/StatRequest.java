package org.seatrial.check.file;

import static java.util.Objects.requireNonNull;

import org.seatrial.check.Request;

/**
 * Asks what is at a path. Absent: nothing is there, or a followed link leads nowhere.
 *
 * @param path absolute
 * @param links whether a link at the end is followed
 */
public record StatRequest(String path, Links links) implements Request<FileStatus> {
  public StatRequest {
    path = Paths.requireAbsolute(path);
    requireNonNull(links, "links must not be null");
  }
}

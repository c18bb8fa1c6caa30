package org.seatrial.check.file;

import org.seatrial.check.Request;
import org.seatrial.check.Subject;

/** Whatever is at a path. */
final class PathSubject extends Subject<FileStatus> {

  private final StatRequest request;

  PathSubject(String path) {
    super("path", path);
    this.request = new StatRequest(path, Links.KEEP);
  }

  @Override
  protected Request<FileStatus> request() {
    return request;
  }
}

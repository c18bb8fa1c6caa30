package org.seatrial.check.file;

import java.util.Optional;
import org.seatrial.check.Request;
import org.seatrial.check.Subject;

/** A file of one type at a path. */
final class FileSubject extends Subject<FileStatus> {

  private final FileType type;
  private final StatRequest request;

  FileSubject(FileType type, String path) {
    super(
        type == FileType.REGULAR ? "file" : type == FileType.SYMLINK ? "symlink" : "directory",
        path);
    this.type = type;
    this.request = new StatRequest(path, type == FileType.SYMLINK ? Links.KEEP : Links.FOLLOW);
  }

  @Override
  protected Request<FileStatus> request() {
    return request;
  }

  @Override
  protected Optional<String> mismatch(FileStatus observed) {
    return observed.type() == type ? Optional.empty() : Optional.of(type.phrase());
  }
}

package org.seatrial.image.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What tells without reading a file that it is the same as before. */
final class FileStamp {

  private FileStamp() {}

  /**
   * Return path, device and inode, size, and the times of the last change of content and of inode;
   * nothing where the file system does not know them all.
   */
  static Optional<String> of(Path file) {
    try {
      Map<String, Object> known =
          Files.readAttributes(
              file, "unix:dev,ino,size,lastModifiedTime,ctime", LinkOption.NOFOLLOW_LINKS);
      return Optional.of(
          file.toRealPath()
              + " "
              + known.get("dev")
              + " "
              + known.get("ino")
              + " "
              + known.get("size")
              + " "
              + known.get("lastModifiedTime")
              + " "
              + known.get("ctime"));
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      // The file system has no such view: the bytes are verified at every run.
      return Optional.empty();
    }
  }
}

package org.seatrial.check.file;

/** Paths as text; nothing here touches a file system. */
final class Paths {

  private Paths() {}

  /** Return the path unchanged if it is absolute and has no NUL. */
  static String requireAbsolute(String path) {
    if (!path.startsWith("/") || path.indexOf('\0') >= 0) {
      throw new IllegalArgumentException(
          "path must be absolute, such as /etc/passwd, but was \"" + path + "\"");
    }
    return path;
  }
}

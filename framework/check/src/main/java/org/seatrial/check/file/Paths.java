package org.seatrial.check.file;

import java.util.ArrayList;
import java.util.List;

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

  /** Return the folders above a path, {@code /} first; none above {@code /} itself. */
  static List<String> above(String path) {
    List<String> above = new ArrayList<>();
    if (path.length() > 1) {
      above.add("/");
      for (int slash = path.indexOf('/', 1); slash > 0; slash = path.indexOf('/', slash + 1)) {
        above.add(path.substring(0, slash));
      }
    }
    return above;
  }
}

package org.seatrial.image.tar;

import java.util.Arrays;

/**
 * Makes paths of entries comparable, by their text only: {@code ./x}, {@code /x}, {@code x/},
 * {@code a//b} and {@code a/./b} lose what means nothing, {@code a/../b} is {@code b}, and the root
 * is empty.
 */
final class ArchivePath {

  private ArchivePath() {}

  /**
   * Return the path without anything that means nothing.
   *
   * @throws Refusal when it climbs out of the root, or is too long or too deep
   */
  static RawText clean(byte[] path, Limits limits) throws Refusal {
    if (path.length > limits.pathBytes()) {
      throw new Refusal("its path has " + path.length + " bytes, more than " + limits.pathBytes());
    }
    // Directories mostly end in a slash.
    int length = path.length;
    if (length > 1 && path[length - 1] == '/') {
      length--;
    }
    byte[] cleaned = isClean(path, length) ? shortened(path, length) : normalised(path);
    if (cleaned.length / 2 >= limits.depth()) {
      requireDepth(cleaned, limits.depth());
    }
    return cleaned.length == 0 ? RawText.EMPTY : new RawText(cleaned);
  }

  private static byte[] shortened(byte[] path, int length) {
    return length == path.length ? path : Arrays.copyOf(path, length);
  }

  private static void requireDepth(byte[] path, int most) throws Refusal {
    int depth = 1;
    for (byte b : path) {
      depth += b == '/' ? 1 : 0;
    }
    if (depth > most) {
      throw new Refusal("its path has " + depth + " elements, more than " + most);
    }
  }

  private static boolean isClean(byte[] path, int length) {
    int start = 0;
    for (int i = 0; i <= length; i++) {
      if (i == length || path[i] == '/') {
        if (isEmptyOrDots(path, start, i)) {
          return false;
        }
        start = i + 1;
      }
    }
    return true;
  }

  private static boolean isEmptyOrDots(byte[] path, int start, int end) {
    int length = end - start;
    return length == 0
        || (length <= 2 && path[start] == '.' && (length == 1 || path[start + 1] == '.'));
  }

  private static byte[] normalised(byte[] path) throws Refusal {
    byte[] out = new byte[path.length + 1];
    int length = 0;
    int start = 0;
    for (int i = 0; i <= path.length; i++) {
      if (i < path.length && path[i] != '/') {
        continue;
      }
      if (!isEmptyOrDots(path, start, i)) {
        System.arraycopy(path, start, out, length, i - start);
        length += i - start;
        out[length++] = '/';
      } else if (i - start == 2) {
        length = parent(out, length, path[0] == '/');
      }
      start = i + 1;
    }
    return Arrays.copyOf(out, Math.max(0, length - 1));
  }

  /** Return the length without the last element; {@code /..} is the root itself. */
  private static int parent(byte[] out, int length, boolean absolute) throws Refusal {
    if (length == 0) {
      if (absolute) {
        return 0;
      }
      throw new Refusal("its path climbs out of the root");
    }
    int end = length - 1;
    while (end > 0 && out[end - 1] != '/') {
      end--;
    }
    return end;
  }
}

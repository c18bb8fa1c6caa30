package org.seatrial.image.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Map;
import java.util.Map.Entry;

/** Kinds of file that are often taken for an archive of an image, and are not read. */
final class Foreign {

  private static final Map<String, String> BY_MAGIC =
      Map.of(
          "\u00fd7zXZ\0", "it is compressed with xz; use plain, gzip or zstd archives",
          "BZh91A", "it is compressed with bzip2; use plain, gzip or zstd archives",
          "PK\u0003\u0004", "it is a zip archive, not a tar",
          "hsqs", "it is a squashfs file system, not a tar");

  private Foreign() {}

  /** Refuse what begins with these bytes, of which six are enough. */
  static void refuse(String name, byte[] first) {
    String text = new String(first, ISO_8859_1);
    for (Entry<String, String> foreign : BY_MAGIC.entrySet()) {
      if (text.startsWith(foreign.getKey())) {
        throw Documents.unreadable(name, foreign.getValue());
      }
    }
    if (first.length == 0) {
      throw Documents.unreadable(name, "it is empty");
    }
  }
}

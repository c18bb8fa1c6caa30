package org.seatrial.image.tar;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.seatrial.check.Printable;

/**
 * The records of one extended header of POSIX.1-2001 ({@code pax}), {@code "25
 * ctime=1084839148.1212\n"}: those that say something of a file here. Values are bytes, since
 * extended attributes are binary; the length in front of each record tells where it ends.
 */
final class PaxRecords {

  static final String PATH = "path";
  static final String LINK = "linkpath";
  static final String SIZE = "size";
  static final String UID = "uid";
  static final String GID = "gid";
  static final String MTIME = "mtime";
  static final String CAPABILITY = "SCHILY.xattr.security.capability";
  static final String SPARSE_MAJOR = "GNU.sparse.major";
  static final String SPARSE_MINOR = "GNU.sparse.minor";
  static final String SPARSE_NAME = "GNU.sparse.name";
  static final String SPARSE_SIZE = "GNU.sparse.size";
  static final String SPARSE_REAL_SIZE = "GNU.sparse.realsize";
  static final String SPARSE_BLOCKS = "GNU.sparse.numblocks";
  static final String SPARSE_MAP = "GNU.sparse.map";
  private static final String SPARSE_OFFSET = "GNU.sparse.offset";
  private static final String SPARSE_BYTES = "GNU.sparse.numbytes";

  private static final Set<String> KNOWN =
      Set.of(
          PATH,
          LINK,
          SIZE,
          UID,
          GID,
          MTIME,
          CAPABILITY,
          SPARSE_MAJOR,
          SPARSE_MINOR,
          SPARSE_NAME,
          SPARSE_SIZE,
          SPARSE_REAL_SIZE,
          SPARSE_BLOCKS,
          SPARSE_MAP);
  private static final Set<String> TEXTS = Set.of(PATH, LINK, "uname", "gname", SPARSE_NAME);

  /** What an entry without an extended header has. */
  static final PaxRecords NONE = new PaxRecords(Map.of(), List.of());

  private final Map<String, byte[]> values;
  private final List<String> sparsePairs;

  private PaxRecords(Map<String, byte[]> values, List<String> sparsePairs) {
    this.values = values;
    this.sparsePairs = sparsePairs;
  }

  /** Read the data of an extended header. */
  static PaxRecords parse(byte[] data) throws Refusal {
    PaxRecords records = new PaxRecords(new HashMap<>(), new ArrayList<>());
    int at = 0;
    while (at < data.length) {
      int space = indexOf(data, ' ', at, Math.min(data.length, at + 10));
      int end = at + length(data, at, space);
      if (end > data.length || end <= space + 1 || data[end - 1] != '\n') {
        throw new Refusal("record at byte " + at + " of its extended header has a wrong length");
      }
      int equals = indexOf(data, '=', space + 1, end);
      if (equals <= space + 1) {
        throw new Refusal("record at byte " + at + " of its extended header has no key");
      }
      String key = RawText.decode(data, space + 1, equals - space - 1);
      records.add(key, Arrays.copyOfRange(data, equals + 1, end - 1));
      at = end;
    }
    return records;
  }

  private static int length(byte[] data, int at, int space) throws Refusal {
    int length = 0;
    for (int i = at; i < space; i++) {
      if (data[i] < '0' || data[i] > '9') {
        length = -1;
        break;
      }
      length = length * 10 + data[i] - '0';
    }
    if (space <= at || length <= 0) {
      throw new Refusal("record at byte " + at + " of its extended header has no length");
    }
    return length;
  }

  private static int indexOf(byte[] data, char wanted, int from, int end) {
    for (int i = from; i < end; i++) {
      if (data[i] == wanted) {
        return i;
      }
    }
    return -1;
  }

  private void add(String key, byte[] value) throws Refusal {
    if (key.indexOf('\0') >= 0
        || (TEXTS.contains(key) && indexOf(value, '\0', 0, value.length) >= 0)) {
      throw new Refusal("the record " + Printable.of(key) + " of its extended header has a NUL");
    }
    if (key.equals(SPARSE_OFFSET) || key.equals(SPARSE_BYTES)) {
      if (key.equals(SPARSE_OFFSET) != (sparsePairs.size() % 2 == 0)
          || sparsePairs.size() >= 2 * Limits.EXTENTS) {
        throw new Refusal("its sparse map is not one of pairs");
      }
      sparsePairs.add(RawText.decode(value, 0, value.length));
    } else if (KNOWN.contains(key)) {
      values.put(key, value);
    }
  }

  /** Return the value of a record, or null when it is not there or empty, which says the same. */
  byte @Nullable [] bytes(String key) {
    byte[] value = values.get(key);
    return value == null || value.length == 0 ? null : value;
  }

  /** Return the value of a record as text, or an empty one. */
  String text(String key) {
    byte[] value = values.get(key);
    return value == null ? "" : RawText.decode(value, 0, value.length);
  }

  boolean has(String key) {
    return bytes(key) != null;
  }

  /** Return the value of a record of decimal digits, or the other number when it is not there. */
  long number(String key, long otherwise) throws Refusal {
    byte[] value = bytes(key);
    return value == null ? otherwise : decimal(new String(value, StandardCharsets.US_ASCII), key);
  }

  /** Return the numbers of a sparse map of version 0.0 or 0.1; empty when there is none. */
  List<String> sparsePairs() {
    if (!sparsePairs.isEmpty()) {
      return sparsePairs;
    }
    String map = text(SPARSE_MAP);
    return map.isEmpty() ? List.of() : List.of(map.split(",", -1));
  }

  static long decimal(String text, String what) throws Refusal {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new Refusal("its " + what + " is no number: " + Printable.quoted(text));
    }
  }
}

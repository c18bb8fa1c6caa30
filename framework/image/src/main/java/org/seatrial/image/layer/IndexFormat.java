package org.seatrial.image.layer;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.seatrial.image.oci.Digest;

/**
 * The array behind an index: a head, a table with a row of fixed length for each entry, and a pool
 * of names, sparse maps and attributes that the rows point into. It is written to a file as it is,
 * so that reading it back is one read and a checksum. Numbers are big-endian.
 *
 * <pre>
 * head:  magic 8 · version 4 · checksum of all that follows 4 · diff ID in ASCII, padded 136
 *        · bytes of the archive 8 · entries 4 · bytes of the pool 4
 * row:   see the constants
 * pool:  names as bytes; of a sparse file the number of extents and each one's offset and length;
 *        of a file with capabilities the length of the attribute and the attribute
 * </pre>
 */
final class IndexFormat {

  static final int VERSION = 1;

  /** The kinds in the order of their numbers in a row, which files keep. */
  static final List<EntryKind> KINDS =
      List.of(
          EntryKind.REGULAR,
          EntryKind.DIRECTORY,
          EntryKind.SYMLINK,
          EntryKind.HARD_LINK,
          EntryKind.CHARACTER_DEVICE,
          EntryKind.BLOCK_DEVICE,
          EntryKind.FIFO,
          EntryKind.WHITEOUT,
          EntryKind.OPAQUE,
          EntryKind.INTERNAL);

  // Where the fields of a row are.
  static final int PATH = 0;
  static final int PATH_LENGTH = 4;
  static final int MODE = 6;
  static final int UID = 8;
  static final int GID = 16;
  static final int SIZE = 24;
  static final int SECONDS = 32;
  static final int OFFSET = 40;
  static final int NANOS = 48;
  static final int LINK = 52;
  static final int EXTRA = 56;
  static final int LINK_LENGTH = 60;
  static final int KIND = 62;
  static final int FLAGS = 63;
  static final int ROW = 64;

  private static final int LARGEST_MODE = 07777;

  /** Flag: the pool has extents of the file. */
  static final int SPARSE = 1;

  /** Flag: the pool has the file's capabilities, behind the extents. */
  static final int CAPABLE = 2;

  /** Bytes of one extent in the pool. */
  static final int EXTENT = 16;

  static final int HEAD = 168;
  private static final int CHECKSUM = 12;
  private static final int CHECKED = 16;
  private static final int DIFF_ID_LENGTH = 136;
  private static final byte[] MAGIC = "SEALAYER".getBytes(StandardCharsets.US_ASCII);

  private final byte[] array;
  private final ByteBuffer table;
  private final int count;
  private final int pool;

  private IndexFormat(byte[] array) {
    this.array = array;
    this.table = ByteBuffer.wrap(array);
    this.count = table.getInt(HEAD - 8);
    this.pool = HEAD + count * ROW;
  }

  /** Take an array whose rows and pool are filled, and fill in its head. */
  static LayerIndex finish(byte[] array, Digest diffId, long archiveSize, int count) {
    ByteBuffer.wrap(array)
        .put(MAGIC)
        .putInt(VERSION)
        .putInt(0)
        .put(padded(diffId))
        .putLong(archiveSize)
        .putInt(count)
        .putInt(array.length - HEAD - count * ROW);
    ByteBuffer.wrap(array).putInt(CHECKSUM, checksum(array));
    return new LayerIndex(diffId, new IndexFormat(array));
  }

  /** Take an array from a file; empty when it is not a whole index of this layer and version. */
  static Optional<LayerIndex> read(byte[] array, Digest diffId) {
    ByteBuffer buffer = ByteBuffer.wrap(array);
    if (array.length < HEAD
        || !Arrays.equals(array, 0, MAGIC.length, MAGIC, 0, MAGIC.length)
        || buffer.getInt(MAGIC.length) != VERSION
        || buffer.getInt(CHECKSUM) != checksum(array)
        || !buffer.slice(CHECKED, DIFF_ID_LENGTH).equals(ByteBuffer.wrap(padded(diffId)))) {
      return Optional.empty();
    }
    long count = buffer.getInt(HEAD - 8);
    long pool = buffer.getInt(HEAD - 4);
    if (count < 0 || pool < 0 || HEAD + count * ROW + pool != array.length) {
      return Optional.empty();
    }
    LayerIndex index = new LayerIndex(diffId, new IndexFormat(array));
    for (int entry = 0; entry < count; entry++) {
      if (!index.format().isSound(entry) || !isSoundContent(index, entry)) {
        return Optional.empty();
      }
    }
    return Optional.of(index);
  }

  /** Tell whether a row says what an entry can be, and points into the pool. */
  private boolean isSound(int entry) {
    int row = at(entry);
    int kind = table.get(row + KIND);
    int nanos = table.getInt(row + NANOS);
    return kind >= 0
        && kind < KINDS.size()
        && table.getLong(row + SECONDS) >= Instant.MIN.getEpochSecond()
        && table.getLong(row + SECONDS) <= Instant.MAX.getEpochSecond()
        && table.getChar(row + MODE) <= LARGEST_MODE
        && nanos >= 0
        && nanos < 1_000_000_000
        && (table.getLong(row + UID) | table.getLong(row + GID)) >= 0
        && (table.getLong(row + SIZE) | table.getLong(row + OFFSET)) >= 0
        && isInPool(table.getInt(row + PATH), table.getChar(row + PATH_LENGTH))
        && isInPool(table.getInt(row + LINK), table.getChar(row + LINK_LENGTH))
        && isSoundExtra(table.getInt(row + EXTRA), table.get(row + FLAGS));
  }

  private boolean isInPool(long offset, long length) {
    return offset >= 0 && length >= 0 && offset + length <= array.length - pool;
  }

  private boolean isSoundExtra(long extra, int flags) {
    long at = extra;
    if ((flags & SPARSE) != 0) {
      long extents = lengthAt(at);
      at += Integer.BYTES + extents * EXTENT;
      if (extents < 0 || !isInPool(extra, at - extra)) {
        return false;
      }
    }
    return (flags & CAPABLE) == 0
        || (lengthAt(at) >= 0 && isInPool(at + Integer.BYTES, lengthAt(at)));
  }

  /** Return the number at a place of the pool, or -1 where the pool has none. */
  private long lengthAt(long offset) {
    return isInPool(offset, Integer.BYTES) ? table.getInt(pool + (int) offset) : -1;
  }

  /** Tell whether the extents of a sparse file can be those of one. */
  private static boolean isSoundContent(LayerIndex index, int entry) {
    if ((index.format().table.get(index.format().at(entry) + FLAGS) & SPARSE) == 0) {
      return true;
    }
    try {
      return index.content(entry).stored() >= 0;
    } catch (IllegalArgumentException e) {
      // Its own check is the one that counts.
      return false;
    }
  }

  private static int checksum(byte[] array) {
    CRC32C sum = new CRC32C();
    sum.update(array, CHECKED, array.length - CHECKED);
    return (int) sum.getValue();
  }

  private static byte[] padded(Digest diffId) {
    return Arrays.copyOf(diffId.toString().getBytes(StandardCharsets.US_ASCII), DIFF_ID_LENGTH);
  }

  byte[] array() {
    return array;
  }

  ByteBuffer table() {
    return table;
  }

  int count() {
    return count;
  }

  long archiveSize() {
    return table.getLong(HEAD - 16);
  }

  /** Return where the row of an entry is. */
  int at(int entry) {
    return HEAD + entry * ROW;
  }

  /** Return where the pool is. */
  int pool() {
    return pool;
  }

  /** Return a buffer at the extents and capabilities of an entry. */
  ByteBuffer extra(int entry) {
    return table.duplicate().position(pool + table.getInt(at(entry) + EXTRA));
  }
}

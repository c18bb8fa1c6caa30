package org.seatrial.image.layer;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.seatrial.check.InspectionException;
import org.seatrial.check.Printable;
import org.seatrial.image.oci.Digest;
import org.seatrial.image.tar.Content;
import org.seatrial.image.tar.RawText;
import org.seatrial.image.tar.TarEntry;

/**
 * Collects the entries of one archive into an index, and tells whiteouts from files: OCI image
 * specification, layer.md, "Representing Changes".
 */
final class IndexBuilder {

  /** The most bytes of all names of one layer; 300,000 files have some 20 MB: 128 MiB. */
  private static final int POOL_LIMIT = 128 << 20;

  private static final byte[] WHITEOUT = ".wh.".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] INTERNAL = ".wh..wh.".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] OPAQUE = ".wh..wh..opq".getBytes(StandardCharsets.US_ASCII);

  private final String name;
  private ByteBuffer rows = ByteBuffer.allocate(1_024 * IndexFormat.ROW);
  private ByteBuffer pool = ByteBuffer.allocate(64 << 10);
  private int count;

  /** Begin an index; the name is the layer's, for errors. */
  IndexBuilder(String name) {
    this.name = name;
  }

  /** Add the next entry of the archive. */
  void add(TarEntry entry) {
    int start = pool.position();
    append(entry.path());
    byte[] path = pool.array();
    int end = pool.position();
    int base = end;
    while (base > start && path[base - 1] != '/') {
      base--;
    }
    EntryKind kind = kind(entry, path, start, base, end);
    if (kind == EntryKind.WHITEOUT) {
      int from = base + WHITEOUT.length;
      System.arraycopy(path, from, path, base, end - from);
      pool.position(end - WHITEOUT.length);
    } else if (kind == EntryKind.OPAQUE) {
      pool.position(Math.max(start, base - 1));
    }
    row(entry, kind, start);
    count++;
  }

  private EntryKind kind(TarEntry entry, byte[] path, int start, int base, int end) {
    // What AUFS kept for itself was in directories of its own.
    if (isBelowInternal(path, start, base)) {
      return EntryKind.INTERNAL;
    }
    int length = end - base;
    // The bare prefix removes nothing, it is a name like others.
    if (!startsWith(path, base, end, WHITEOUT) || length == WHITEOUT.length) {
      return EntryKind.of(entry.type());
    }
    if (startsWith(path, base, end, INTERNAL)) {
      boolean opaque = length == OPAQUE.length && startsWith(path, base, end, OPAQUE);
      return opaque ? EntryKind.OPAQUE : EntryKind.INTERNAL;
    }
    if (length <= WHITEOUT.length + 2 && path[base + 4] == '.' && path[end - 1] == '.') {
      throw new InspectionException(
          "cannot read "
              + name
              + ": entry "
              + (entry.number() + 1)
              + " ("
              + Printable.quoted(entry.path().toString())
              + "): it would remove its own directory, or the one above");
    }
    return EntryKind.WHITEOUT;
  }

  private static boolean isBelowInternal(byte[] path, int start, int base) {
    for (int i = start; i < base; i++) {
      if ((i == start || path[i - 1] == '/') && startsWith(path, i, base, INTERNAL)) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsWith(byte[] path, int from, int end, byte[] prefix) {
    return end - from >= prefix.length
        && Arrays.equals(path, from, from + prefix.length, prefix, 0, prefix.length);
  }

  private void row(TarEntry entry, EntryKind kind, int start) {
    int pathLength = pool.position() - start;
    int link = pool.position();
    append(entry.link());
    TarEntry.Attributes attributes = entry.attributes();
    Content content = entry.content();
    Instant modified = attributes.modified();
    int extra = pool.position();
    int flags = extra(content, attributes);
    if (rows.remaining() < IndexFormat.ROW) {
      rows = grown(rows, rows.capacity());
    }
    rows.putInt(start)
        .putChar((char) pathLength)
        .putChar((char) attributes.mode().bits())
        .putLong(attributes.owner().uid())
        .putLong(attributes.owner().gid())
        .putLong(content.size())
        .putLong(modified.getEpochSecond())
        .putLong(content.offset())
        .putInt(modified.getNano())
        .putInt(link)
        .putInt(extra)
        .putChar((char) entry.link().length())
        .put((byte) IndexFormat.KINDS.indexOf(kind))
        .put((byte) flags);
  }

  private int extra(Content content, TarEntry.Attributes attributes) {
    int flags = 0;
    if (!content.isPlain()) {
      flags |= IndexFormat.SPARSE;
      reserve(Integer.BYTES + IndexFormat.EXTENT * content.extents().size());
      pool.putInt(content.extents().size());
      for (Content.Extent extent : content.extents()) {
        pool.putLong(extent.offset()).putLong(extent.length());
      }
    }
    if (attributes.capability().isPresent()) {
      RawText capability = attributes.capability().get();
      flags |= IndexFormat.CAPABLE;
      reserve(Integer.BYTES);
      pool.putInt(capability.length());
      append(capability);
    }
    return flags;
  }

  private void append(RawText text) {
    reserve(text.length());
    text.copyTo(pool.array(), pool.position());
    pool.position(pool.position() + text.length());
  }

  private void reserve(int bytes) {
    if (pool.position() + bytes > POOL_LIMIT) {
      throw new InspectionException(
          "cannot read "
              + name
              + ": the names of its files have more than "
              + POOL_LIMIT
              + " bytes");
    }
    if (pool.remaining() < bytes) {
      pool = grown(pool, Math.max(bytes, pool.capacity()));
    }
  }

  private static ByteBuffer grown(ByteBuffer buffer, int more) {
    return ByteBuffer.allocate(buffer.capacity() + more).put(buffer.flip());
  }

  /** Return the index of what was added. */
  LayerIndex finish(Digest diffId, long archiveSize) {
    byte[] array = new byte[IndexFormat.HEAD + rows.position() + pool.position()];
    System.arraycopy(rows.array(), 0, array, IndexFormat.HEAD, rows.position());
    System.arraycopy(pool.array(), 0, array, IndexFormat.HEAD + rows.position(), pool.position());
    return IndexFormat.finish(array, diffId, archiveSize, count);
  }
}

package org.seatrial.image.layer;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.RandomAccess;
import org.seatrial.check.file.Mode;
import org.seatrial.check.file.Owner;
import org.seatrial.image.oci.Digest;
import org.seatrial.image.tar.Content;
import org.seatrial.image.tar.RawText;

/**
 * What one layer holds and where, without any content. Immutable and compact: one array, the same
 * that the cache keeps in a file, out of which entries are made when they are asked for.
 */
public final class LayerIndex {

  private final Digest diffId;
  private final IndexFormat format;

  LayerIndex(Digest diffId, IndexFormat format) {
    this.diffId = diffId;
    this.format = format;
  }

  /** Return the digest of the uncompressed archive. */
  public Digest diffId() {
    return diffId;
  }

  /** Return the number of bytes of the uncompressed archive. */
  public long size() {
    return format.archiveSize();
  }

  /**
   * Return every entry in the order of the archive. A path may be there more than once; the last
   * one counts, which {@link FileTree} sees to.
   */
  public List<LayerEntry> entries() {
    return new Entries();
  }

  private LayerEntry entry(int number) {
    EntryKind kind = kind(number);
    boolean link = kind == EntryKind.SYMLINK || kind == EntryKind.HARD_LINK;
    return new LayerEntry(
        number,
        path(number),
        kind,
        new LayerEntry.Attributes(mode(number), owner(number), modified(number)),
        link ? Optional.of(linkTarget(number)) : Optional.empty(),
        kind == EntryKind.REGULAR ? Optional.of(content(number)) : Optional.empty());
  }

  int count() {
    return format.count();
  }

  /** Return the array that the offsets of names are in. */
  byte[] names() {
    return format.array();
  }

  IndexFormat format() {
    return format;
  }

  EntryKind kind(int entry) {
    return IndexFormat.KINDS.get(format.table().get(format.at(entry) + IndexFormat.KIND));
  }

  String path(int entry) {
    return "/" + RawText.decode(format.array(), pathOffset(entry), pathLength(entry));
  }

  /** Return where in {@link #names()} the path is, without the slash at its start. */
  int pathOffset(int entry) {
    return format.pool() + format.table().getInt(format.at(entry) + IndexFormat.PATH);
  }

  int pathLength(int entry) {
    return format.table().getChar(format.at(entry) + IndexFormat.PATH_LENGTH);
  }

  int linkOffset(int entry) {
    return format.pool() + format.table().getInt(format.at(entry) + IndexFormat.LINK);
  }

  int linkLength(int entry) {
    return format.table().getChar(format.at(entry) + IndexFormat.LINK_LENGTH);
  }

  String linkTarget(int entry) {
    return RawText.decode(format.array(), linkOffset(entry), linkLength(entry));
  }

  Mode mode(int entry) {
    return new Mode(modeBits(entry));
  }

  int modeBits(int entry) {
    return format.table().getChar(format.at(entry) + IndexFormat.MODE);
  }

  Owner owner(int entry) {
    long uid = uid(entry);
    long gid = gid(entry);
    return uid == 0 && gid == 0 ? Owner.ROOT : new Owner(uid, gid);
  }

  long uid(int entry) {
    return format.table().getLong(format.at(entry) + IndexFormat.UID);
  }

  long gid(int entry) {
    return format.table().getLong(format.at(entry) + IndexFormat.GID);
  }

  long fileSize(int entry) {
    return format.table().getLong(format.at(entry) + IndexFormat.SIZE);
  }

  Instant modified(int entry) {
    int at = format.at(entry);
    return Instant.ofEpochSecond(
        format.table().getLong(at + IndexFormat.SECONDS),
        format.table().getInt(at + IndexFormat.NANOS));
  }

  /** Return the bytes that the archive has of a regular file. */
  long stored(int entry) {
    return has(entry, IndexFormat.SPARSE) ? content(entry).stored() : fileSize(entry);
  }

  private boolean has(int entry, int flag) {
    return (format.table().get(format.at(entry) + IndexFormat.FLAGS) & flag) != 0;
  }

  Content content(int entry) {
    long offset = format.table().getLong(format.at(entry) + IndexFormat.OFFSET);
    long size = fileSize(entry);
    if (!has(entry, IndexFormat.SPARSE)) {
      return Content.plain(offset, size);
    }
    ByteBuffer pool = format.extra(entry);
    List<Content.Extent> extents = new ArrayList<>();
    for (int i = pool.getInt(); i > 0; i--) {
      extents.add(new Content.Extent(pool.getLong(), pool.getLong()));
    }
    return new Content(offset, size, extents);
  }

  boolean hasCapability(int entry) {
    return has(entry, IndexFormat.CAPABLE);
  }

  /** Return the undecoded extended attribute {@code security.capability}; empty without one. */
  byte[] capability(int entry) {
    if (!hasCapability(entry)) {
      return new byte[0];
    }
    ByteBuffer pool = format.extra(entry);
    if (has(entry, IndexFormat.SPARSE)) {
      int extents = pool.getInt();
      pool.position(pool.position() + extents * IndexFormat.EXTENT);
    }
    byte[] value = new byte[pool.getInt()];
    pool.get(value);
    return value;
  }

  /** Return {@code layer sha256:9f2c… of 120 entries}. */
  @Override
  public String toString() {
    return "layer " + diffId + " of " + count() + " entries";
  }

  /** The entries, made when they are asked for. */
  private final class Entries extends AbstractList<LayerEntry> implements RandomAccess {
    @Override
    public LayerEntry get(int number) {
      return entry(Objects.checkIndex(number, count()));
    }

    @Override
    public int size() {
      return count();
    }
  }
}

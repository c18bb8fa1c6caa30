package org.seatrial.image.tar;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.seatrial.image.tar.Content.Extent;

/**
 * Reads which parts of a sparse file are stored, in all four ways that GNU tar has written it:
 * entries of type {@code S} with the map in the header and blocks behind it, and pax headers of the
 * versions 0.0 and 0.1 (the map in records) and 1.0 (the map in front of the content); GNU tar
 * manual, "Storing Sparse Files".
 */
final class SparseMap {

  private static final int PAIR = 24;

  private SparseMap() {}

  /** Tell whether a pax header is that of a sparse file of a version that is known. */
  static boolean isSparse(PaxRecords pax) {
    return isMapInRecords(pax) || isMapInContent(pax);
  }

  private static boolean isMapInRecords(PaxRecords pax) {
    String major = pax.text(PaxRecords.SPARSE_MAJOR);
    String minor = pax.text(PaxRecords.SPARSE_MINOR);
    if (major.isEmpty() && minor.isEmpty()) {
      // The first versions did not tell theirs.
      return !pax.sparsePairs().isEmpty();
    }
    return major.equals("0") && (minor.equals("0") || minor.equals("1"));
  }

  private static boolean isMapInContent(PaxRecords pax) {
    return pax.text(PaxRecords.SPARSE_MAJOR).equals("1")
        && pax.text(PaxRecords.SPARSE_MINOR).equals("0");
  }

  /**
   * Return the content of a regular file.
   *
   * @param stored the bytes that follow the header, without padding
   */
  static Content content(Header header, PaxRecords pax, long stored, ArchiveBytes bytes)
      throws IOException {
    if (header.type() == 'S') {
      return old(header, stored, bytes);
    }
    if (!isSparse(pax)) {
      return Content.plain(bytes.position(), stored);
    }
    long size = pax.number(PaxRecords.SPARSE_SIZE, pax.number(PaxRecords.SPARSE_REAL_SIZE, stored));
    if (isMapInRecords(pax)) {
      return content(bytes.position(), size, stored, inRecords(pax));
    }
    long before = bytes.position();
    List<Extent> extents = inContent(bytes, before + stored);
    long map = bytes.position() - before;
    return content(bytes.position(), size, stored - map, extents);
  }

  private static Content old(Header header, long stored, ArchiveBytes bytes) throws IOException {
    if (!header.isGnu()) {
      throw new Refusal("it is a sparse file of GNU's format in an archive of another");
    }
    long size = header.number(Header.Field.REAL_SIZE);
    List<Extent> extents = new ArrayList<>();
    byte[] block = header.block();
    pairs(block, 386, 4, extents);
    boolean more = block[482] != 0;
    byte[] next = new byte[Header.SIZE];
    while (more) {
      if (bytes.read(next, 0, Header.SIZE) < Header.SIZE) {
        throw new Refusal("the archive ends within its sparse map");
      }
      pairs(next, 0, 21, extents);
      more = next[504] != 0;
    }
    return content(bytes.position(), size, stored, extents);
  }

  private static void pairs(byte[] block, int offset, int count, List<Extent> extents)
      throws Refusal {
    for (int i = 0; i < count && block[offset + i * PAIR] != 0; i++) {
      int at = offset + i * PAIR;
      add(
          Header.number(block, at, 12, "sparse map"),
          Header.number(block, at + 12, 12, "sparse map"),
          extents);
    }
  }

  private static List<Extent> inRecords(PaxRecords pax) throws Refusal {
    List<String> numbers = pax.sparsePairs();
    long pairs = pax.number(PaxRecords.SPARSE_BLOCKS, 0);
    if (pairs < 0 || pairs > Limits.EXTENTS || numbers.size() != 2 * pairs) {
      throw new Refusal("its sparse map has " + numbers.size() + " numbers, not 2 · " + pairs);
    }
    List<Extent> extents = new ArrayList<>();
    for (int i = 0; i < numbers.size(); i += 2) {
      add(
          PaxRecords.decimal(numbers.get(i), "sparse map"),
          PaxRecords.decimal(numbers.get(i + 1), "sparse map"),
          extents);
    }
    return extents;
  }

  /** Read decimal numbers, a line each, from the blocks in front of the content. */
  private static List<Extent> inContent(ArchiveBytes bytes, long end) throws IOException {
    Lines lines = new Lines(bytes, end);
    long count = lines.next();
    if (count < 0 || count > Limits.EXTENTS) {
      throw new Refusal("its sparse map has " + count + " parts, more than " + Limits.EXTENTS);
    }
    List<Extent> extents = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      add(lines.next(), lines.next(), extents);
    }
    return extents;
  }

  /** Keep a part; GNU tar marks the end of a file by one without a byte. */
  private static void add(long offset, long length, List<Extent> extents) throws Refusal {
    long end = 0;
    if (!extents.isEmpty()) {
      Extent last = extents.get(extents.size() - 1);
      end = last.offset() + last.length();
    }
    if (length < 0 || offset < end || offset > Long.MAX_VALUE - length) {
      throw new Refusal("its sparse map is not in order");
    }
    if (length > 0) {
      extents.add(new Extent(offset, length));
    }
    if (extents.size() > Limits.EXTENTS) {
      throw new Refusal("its sparse map has more than " + Limits.EXTENTS + " parts");
    }
  }

  private static Content content(long offset, long size, long stored, List<Extent> extents)
      throws Refusal {
    long sum = 0;
    long end = 0;
    for (Extent extent : extents) {
      sum += extent.length();
      end = extent.offset() + extent.length();
    }
    if (sum != stored || end > size) {
      throw new Refusal(
          "its sparse map tells of "
              + sum
              + " stored bytes up to byte "
              + end
              + ", but the file has "
              + size
              + " bytes, of which "
              + stored
              + " are stored");
    }
    return new Content(offset, size, extents);
  }

  /** The lines of numbers in front of a content, padded to whole blocks. */
  private static final class Lines {

    private final ArchiveBytes bytes;
    private final long end;
    private final byte[] block = new byte[Header.SIZE];
    private int at = Header.SIZE;

    Lines(ArchiveBytes bytes, long end) {
      this.bytes = bytes;
      this.end = end;
    }

    long next() throws IOException {
      long value = 0;
      for (int digits = 0; ; digits++) {
        int c = read();
        if (c == '\n' && digits > 0) {
          return value;
        }
        if (c < '0' || c > '9' || digits > 17) {
          throw new Refusal("its sparse map is not one of numbers");
        }
        value = value * 10 + c - '0';
      }
    }

    private int read() throws IOException {
      if (at == Header.SIZE) {
        if (bytes.position() > end - Header.SIZE
            || bytes.read(block, 0, Header.SIZE) < Header.SIZE) {
          throw new Refusal("its content ends within its sparse map");
        }
        at = 0;
      }
      return block[at++];
    }
  }
}

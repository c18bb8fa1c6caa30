package org.seatrial.image.tar;

/**
 * How much of an archive is taken: everything that is read from it is hostile until it is bounded.
 *
 * @param entries the most entries of one archive
 * @param pathBytes the most bytes of one path or link target
 * @param depth the most elements of one path
 * @param archiveBytes the most bytes of one uncompressed archive
 * @param ratio how many times larger than its compressed form an archive may be
 * @param ratioFrom from how many uncompressed bytes on the ratio is looked at
 */
public record Limits(
    int entries, int pathBytes, int depth, long archiveBytes, int ratio, long ratioFrom) {

  /** The most bytes of one extended header, as in the engines' own reader: 1 MiB. */
  static final int EXTENDED_HEADER = 1 << 20;

  /** The most extents of one sparse file. */
  static final int EXTENTS = 1 << 16;

  /**
   * The most bytes that may follow the mark of an archive's end; tar pads by some 10 KiB: 16 MiB.
   */
  static final long PADDING = 16L << 20;

  private static final Limits DEFAULT = new Limits(1_000_000, 4_096, 512, 64L << 30, 200, 1L << 30);

  public Limits {
    if (entries < 1
        || pathBytes < 1
        || depth < 1
        || archiveBytes < 1
        || ratio < 1
        || ratioFrom < 0) {
      throw new IllegalArgumentException("limits must be positive");
    }
    if (entries > 10_000_000 || pathBytes > Character.MAX_VALUE) {
      throw new IllegalArgumentException(
          "limits must be 10,000,000 entries and 65,535 bytes of a path at the most");
    }
  }

  /**
   * Return limits that real images stay far below: 1,000,000 entries, paths of 4,096 bytes and 512
   * elements, 64 GiB; 200 times its compressed form, once it has 1 GiB.
   */
  public static Limits standard() {
    return DEFAULT;
  }

  /** Return a copy that takes this many entries. */
  public Limits withEntries(int most) {
    return new Limits(most, pathBytes, depth, archiveBytes, ratio, ratioFrom);
  }

  /** Return a copy that takes paths of this many elements. */
  public Limits withDepth(int most) {
    return new Limits(entries, pathBytes, most, archiveBytes, ratio, ratioFrom);
  }

  /** Return a copy that takes archives of this many bytes. */
  public Limits withArchiveBytes(long most) {
    return new Limits(entries, pathBytes, depth, most, ratio, ratioFrom);
  }

  /** Return a copy that takes archives this many times larger than compressed, from a size on. */
  public Limits withRatio(int most, long from) {
    return new Limits(entries, pathBytes, depth, archiveBytes, most, from);
  }
}

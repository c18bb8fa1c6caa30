package org.seatrial.image.packages;

import java.util.OptionalLong;

/**
 * The header of an rpm package as its database keeps it: the number of index entries, the number of
 * bytes of data, the entries (tag, type, offset, count), the data.
 */
final class RpmHeader {

  static final int NAME = 1000;
  static final int VERSION = 1001;
  static final int RELEASE = 1002;
  static final int EPOCH = 1003;
  static final int SIZE = 1009;
  static final int ARCHITECTURE = 1022;
  static final int LONG_SIZE = 5009;

  private static final int INT32 = 4;
  private static final int INT64 = 5;
  private static final int STRING = 6;
  private static final int ENTRY = 16;

  private final Bytes index;
  private final Bytes data;

  private RpmHeader(Bytes index, Bytes data) {
    this.index = index;
    this.data = data;
  }

  static RpmHeader parse(Bytes header) {
    long entries = header.u32(0);
    long bytes = header.u32(4);
    return new RpmHeader(
        header.slice(8, entries * ENTRY), header.slice(8 + entries * ENTRY, bytes));
  }

  /** Return the text of this tag, empty when there is none. */
  String text(int tag) {
    long entry = entry(tag, STRING);
    return entry < 0 ? "" : data.textAt(index.u32(entry + 8));
  }

  /** Return the number of this tag, without a sign, empty when there is none. */
  OptionalLong number(int tag) {
    long entry = entry(tag, INT32);
    if (entry >= 0) {
      return OptionalLong.of(data.u32(index.u32(entry + 8)));
    }
    long wide = entry(tag, INT64);
    return wide < 0
        ? OptionalLong.empty()
        : OptionalLong.of(data.signed(index.u32(wide + 8), Long.BYTES));
  }

  private long entry(int tag, int type) {
    for (long at = 0; at < index.size(); at += ENTRY) {
      if (index.u32(at) == tag && index.u32(at + 4) == type) {
        return at;
      }
    }
    return -1;
  }
}

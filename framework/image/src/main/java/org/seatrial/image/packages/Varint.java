package org.seatrial.image.packages;

/**
 * SQLite's number of variable length: seven bits a byte, the high bit set on all but the last; the
 * ninth byte gives eight.
 *
 * @param value the number
 * @param end where the byte after it is
 */
record Varint(long value, long end) {

  static Varint at(Bytes bytes, long at) {
    long value = 0;
    for (int i = 0; i < 8; i++) {
      int next = bytes.u8(at + i);
      value = (value << 7) | (next & 0x7f);
      if (next < 0x80) {
        return new Varint(value, at + i + 1);
      }
    }
    return new Varint((value << 8) | bytes.u8(at + 8), at + 9);
  }
}

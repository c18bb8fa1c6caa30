package org.seatrial.image.tar;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One header block that is written field by field; the checksum is right unless it is set. */
public final class HeaderFixture {

  private final byte[] block = new byte[512];
  private @Nullable String checksum;

  HeaderFixture() {
    put(257, "ustar\00000");
    octal(100, 8, 0);
    octal(108, 8, 0);
    octal(116, 8, 0);
    octal(124, 12, 0);
    octal(136, 12, 0);
  }

  /** Set the name as it stands in the header; characters up to U+00FF are bytes. */
  public HeaderFixture name(String name) {
    Arrays.fill(block, 0, 100, (byte) 0);
    return put(0, name.length() > 100 ? name.substring(0, 100) : name);
  }

  /** Set the type flag. */
  public HeaderFixture type(char flag) {
    block[156] = (byte) flag;
    return this;
  }

  /** Set the permission bits. */
  public HeaderFixture mode(int bits) {
    return octal(100, 8, bits);
  }

  /** Set the user and the group. */
  public HeaderFixture owner(int uid, int gid) {
    return octal(108, 8, uid).octal(116, 8, gid);
  }

  /** Set the size. */
  public HeaderFixture size(long bytes) {
    return octal(124, 12, bytes);
  }

  /** Set the modification time. */
  public HeaderFixture modified(long seconds) {
    return octal(136, 12, seconds);
  }

  /** Set the link target. */
  public HeaderFixture link(String target) {
    return put(157, target);
  }

  /** Make it a header of GNU tar's format. */
  public HeaderFixture gnu() {
    return put(257, "ustar  \0");
  }

  /** Make it a header of the old format without a magic word. */
  public HeaderFixture old() {
    return put(257, "\0\0\0\0\0\0\0\0");
  }

  /** Set the checksum, wrong or right. */
  public HeaderFixture checksum(String digits) {
    checksum = digits;
    return this;
  }

  /** Put text anywhere; characters up to U+00FF are bytes. */
  public HeaderFixture put(int offset, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(bytes, 0, block, offset, bytes.length);
    return this;
  }

  /** Put an octal number anywhere. */
  public HeaderFixture octal(int offset, int length, long value) {
    String digits = Long.toOctalString(value);
    return put(offset, "0".repeat(length - 1 - digits.length()) + digits + '\0');
  }

  /** Put a number in GNU's base 256 anywhere. */
  public HeaderFixture binary(int offset, int length, long value) {
    for (int i = 0; i < length; i++) {
      int shift = 8 * (length - 1 - i);
      block[offset + i] = (byte) (shift >= 64 ? value >> 63 : value >> shift);
    }
    block[offset] = (byte) (value < 0 ? 0xff : block[offset] | 0x80);
    return this;
  }

  /** Return the block. */
  public byte[] bytes() {
    put(148, "        ");
    int sum = 0;
    for (byte b : block) {
      sum += b & 0xff;
    }
    return put(148, checksum == null ? String.format("%06o\0 ", sum) : checksum).block.clone();
  }
}

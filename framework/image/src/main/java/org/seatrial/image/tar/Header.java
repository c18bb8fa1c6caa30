package org.seatrial.image.tar;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * One header block of 512 bytes, in a buffer that is used again for each: the fields of POSIX
 * {@code ustar}, of GNU tar's format and of the old one without a magic word.
 */
final class Header {

  static final int SIZE = 512;

  /** A field of a header: where it stands and what it is called in errors. */
  enum Field {
    NAME(0, 100),
    MODE(100, 8),
    UID(108, 8),
    GID(116, 8),
    SIZE(124, 12),
    MTIME(136, 12),
    CHECKSUM(148, 8),
    LINK(157, 100),
    PREFIX(345, 155),
    /** Of the archiver {@code star}, which keeps times behind a shorter prefix. */
    STAR_PREFIX(345, 131),
    REAL_SIZE(483, 12);

    private final int offset;
    private final int length;
    private final String phrase;

    Field(int offset, int length) {
      this.offset = offset;
      this.length = length;
      this.phrase = name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    String phrase() {
      return phrase;
    }
  }

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long EVEN_BYTES = 0x00ff00ff00ff00ffL;
  private static final byte[] GNU_MAGIC = "ustar  \0".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] POSIX_MAGIC = "ustar\0".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] STAR_TRAILER = "tar\0".getBytes(StandardCharsets.US_ASCII);

  private final byte[] block = new byte[SIZE];

  /** Return the block itself, to be filled. */
  byte[] block() {
    return block;
  }

  boolean isZero() {
    for (int i = 0; i < SIZE; i += Long.BYTES) {
      if ((long) LONGS.get(block, i) != 0) {
        return false;
      }
    }
    return true;
  }

  char type() {
    return (char) (block[156] & 0xff);
  }

  boolean isGnu() {
    return has(GNU_MAGIC, 257);
  }

  private boolean isPosix() {
    return has(POSIX_MAGIC, 257);
  }

  private boolean has(byte[] magic, int offset) {
    return Arrays.equals(block, offset, offset + magic.length, magic, 0, magic.length);
  }

  /** Check the sum of all bytes; some old archivers took them for signed ones. */
  void verify() throws Refusal {
    long stated;
    try {
      stated = number(Field.CHECKSUM);
    } catch (Refusal e) {
      throw new Refusal("its header is not that of a tar archive: the checksum is no number");
    }
    int outside = 0;
    int signedOutside = 0;
    for (int i = Field.CHECKSUM.offset; i < Field.CHECKSUM.offset + Field.CHECKSUM.length; i++) {
      outside += ' ' - (block[i] & 0xff);
      signedOutside += ' ' - block[i];
    }
    long sum = sum() + outside;
    if (stated != sum && stated != signedSum() + signedOutside) {
      throw new Refusal(
          "its header is damaged, or not that of a tar archive: the checksum says "
              + stated
              + ", but the bytes sum up to "
              + sum);
    }
  }

  /** Add up eight bytes at a time, in four lanes of 16 bits: 64 · 2 · 255 fits into each. */
  private long sum() {
    long lanes = 0;
    for (int i = 0; i < SIZE; i += Long.BYTES) {
      long eight = (long) LONGS.get(block, i);
      lanes += (eight & EVEN_BYTES) + ((eight >>> 8) & EVEN_BYTES);
    }
    return (lanes & 0xffff)
        + ((lanes >>> 16) & 0xffff)
        + ((lanes >>> 32) & 0xffff)
        + ((lanes >>> 48) & 0xffff);
  }

  private long signedSum() {
    long sum = 0;
    for (byte b : block) {
      sum += b;
    }
    return sum;
  }

  /** Return a number: octal digits, or GNU's base 256 where the first bit is set. */
  long number(Field field) throws Refusal {
    return number(block, field.offset, field.length, field.phrase());
  }

  /** Return a number of any block; {@code phrase} names it in errors. */
  static long number(byte[] block, int offset, int length, String phrase) throws Refusal {
    return (block[offset] & 0x80) == 0
        ? octal(block, offset, length, phrase)
        : binary(block, offset, length, phrase);
  }

  private static long octal(byte[] block, int offset, int length, String phrase) throws Refusal {
    int at = offset;
    int end = offset + length;
    while (at < end && isPadding(block[at])) {
      at++;
    }
    long value = 0;
    for (; at < end && block[at] >= '0' && block[at] <= '7'; at++) {
      value = (value << 3) | (block[at] - '0');
    }
    if (at < end && !isPadding(block[at])) {
      throw new Refusal(
          "its " + phrase + " is no number: \"" + RawText.decode(block, offset, length) + '"');
    }
    return value;
  }

  private static boolean isPadding(byte b) {
    return b == ' ' || b == 0;
  }

  private static long binary(byte[] block, int offset, int length, String phrase) throws Refusal {
    boolean negative = (block[offset] & 0x40) != 0;
    // The two highest bits are the mark and the sign; what is above 63 bits must repeat the sign.
    long value = negative ? -1 : 0;
    for (int i = offset; i < offset + length; i++) {
      int b = block[i] & 0xff;
      if (i == offset) {
        b = negative ? b | 0x80 : b & 0x7f;
      }
      long shifted = (value << 8) | b;
      if (shifted >> 8 != value) {
        throw new Refusal("its " + phrase + " does not fit into 64 bits");
      }
      value = shifted;
    }
    return value;
  }

  /** Return the bytes of a field up to the first NUL. */
  byte[] text(Field field) {
    int end = field.offset;
    int limit = field.offset + field.length;
    while (end < limit && block[end] != 0) {
      end++;
    }
    return Arrays.copyOfRange(block, field.offset, end);
  }

  /** Return the name with the prefix that POSIX puts a slash after. */
  byte[] name() {
    byte[] name = text(Field.NAME);
    if (block[345] == 0 || !isPosix()) {
      return name;
    }
    byte[] prefix = text(has(STAR_TRAILER, 508) ? Field.STAR_PREFIX : Field.PREFIX);
    byte[] joined = Arrays.copyOf(prefix, prefix.length + 1 + name.length);
    joined[prefix.length] = '/';
    System.arraycopy(name, 0, joined, prefix.length + 1, name.length);
    return joined;
  }
}

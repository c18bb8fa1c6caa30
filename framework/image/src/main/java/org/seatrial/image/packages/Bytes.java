package org.seatrial.image.packages;

import java.nio.charset.StandardCharsets;
import org.seatrial.check.InspectionException;

/**
 * A stretch of a binary file; numbers are big-endian. Whoever reads past its end gets an {@link
 * InspectionException} that names the file.
 */
final class Bytes {

  private final String file;
  private final byte[] data;
  private final int start;
  private final int size;

  private Bytes(String file, byte[] data, int start, int size) {
    this.file = file;
    this.data = data;
    this.start = start;
    this.size = size;
  }

  /** Return all of these bytes, which are not copied. */
  static Bytes of(String file, byte[] data) {
    return new Bytes(file, data, 0, data.length);
  }

  /** Return bytes of the same file that were put together from parts; they are not copied. */
  Bytes assembled(byte[] parts) {
    return of(file, parts);
  }

  int size() {
    return size;
  }

  Bytes slice(long at, long length) {
    require(at, length);
    return new Bytes(file, data, start + (int) at, (int) length);
  }

  void copyTo(byte[] target, int at) {
    System.arraycopy(data, start, target, at, size);
  }

  int u8(long at) {
    require(at, 1);
    return data[start + (int) at] & 0xff;
  }

  int u16(long at) {
    return (u8(at) << 8) | u8(at + 1);
  }

  long u32(long at) {
    return ((long) u16(at) << 16) | u16(at + 2);
  }

  /** Return the signed number of this many bytes, 8 at the most. */
  long signed(long at, int bytes) {
    long value = (byte) u8(at);
    for (int i = 1; i < bytes; i++) {
      value = (value << 8) | u8(at + i);
    }
    return value;
  }

  /** Return the text up to the next NUL; what is no valid UTF-8 becomes U+FFFD. */
  String textAt(long at) {
    long end = at;
    while (u8(end) != 0) {
      end++;
    }
    return slice(at, end - at).text();
  }

  /** Return the bytes as UTF-8 text; what is no valid UTF-8 becomes U+FFFD. */
  String text() {
    return new String(data, start, size, StandardCharsets.UTF_8);
  }

  /** Return the exception that something is wrong with the file. */
  InspectionException wrong(String reason) {
    return new InspectionException(file + ": " + reason);
  }

  private void require(long at, long length) {
    if (at < 0 || length < 0 || at > size - length) {
      throw wrong(
          "needs bytes "
              + at
              + " to "
              + (at + length)
              + " of a part of "
              + size
              + " bytes; the file is damaged or cut off");
    }
  }
}

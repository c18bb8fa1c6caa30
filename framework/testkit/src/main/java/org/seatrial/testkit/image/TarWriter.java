package org.seatrial.testkit.image;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes a tar archive: ustar headers, and before them extended ones (POSIX pax) for what does not
 * fit. Nothing of the machine goes into it.
 */
final class TarWriter {

  private static final int BLOCK = 512;
  private static final int NAME = 100;

  /** The most that seven octal digits hold. */
  private static final long OCTAL_7 = 07777777;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** Add an entry and its content. */
  void add(TarEntry entry) {
    byte[] name = bytes(entry.name());
    byte[] link = bytes(entry.link());
    ByteArrayOutputStream extended = new ByteArrayOutputStream();
    if (name.length > NAME) {
      record(extended, "path", name);
    }
    if (link.length > NAME) {
      record(extended, "linkpath", link);
    }
    if (entry.owner().uid() > OCTAL_7) {
      record(extended, "uid", bytes(Long.toString(entry.owner().uid())));
    }
    if (entry.owner().gid() > OCTAL_7) {
      record(extended, "gid", bytes(Long.toString(entry.owner().gid())));
    }
    entry
        .capabilities()
        .ifPresent(value -> record(extended, "SCHILY.xattr.security.capability", value));
    if (extended.size() > 0) {
      write(TarEntry.file("PaxHeaders/entry", extended.toByteArray()).withType('x'));
    }
    write(entry);
  }

  /** Return the archive with its end, two empty blocks. */
  byte[] finish() {
    out.writeBytes(new byte[2 * BLOCK]);
    return out.toByteArray();
  }

  private void write(TarEntry entry) {
    byte[] header = new byte[BLOCK];
    put(header, 0, bytes(entry.name()));
    octal(header, 100, 8, entry.mode());
    octal(header, 108, 8, Math.min(OCTAL_7, entry.owner().uid()));
    octal(header, 116, 8, Math.min(OCTAL_7, entry.owner().gid()));
    octal(header, 124, 12, entry.content().length);
    octal(header, 136, 12, Math.max(0, entry.modified().getEpochSecond()));
    // The checksum is that of the header with blanks in the checksum's place.
    put(header, 148, bytes("        "));
    header[156] = (byte) entry.type();
    put(header, 157, bytes(entry.link()));
    put(header, 257, bytes("ustar\00000"));
    octal(header, 329, 8, 0);
    octal(header, 337, 8, 0);
    int sum = 0;
    for (byte b : header) {
      sum += b & 0xff;
    }
    octal(header, 148, 7, sum);
    header[154] = 0;
    out.writeBytes(header);
    out.writeBytes(entry.content());
    out.writeBytes(new byte[(BLOCK - entry.content().length % BLOCK) % BLOCK]);
  }

  /** Add {@code LENGTH KEY=VALUE} and a line feed; the length counts itself. */
  private static void record(ByteArrayOutputStream records, String key, byte[] value) {
    int rest = key.length() + value.length + 3;
    int length = rest + Integer.toString(rest).length();
    if (Integer.toString(length).length() > Integer.toString(rest).length()) {
      length++;
    }
    records.writeBytes(bytes(length + " " + key + "="));
    records.writeBytes(value);
    records.write('\n');
  }

  /** Put what fits into a field of a name. */
  private static void put(byte[] header, int at, byte[] value) {
    System.arraycopy(value, 0, header, at, Math.min(NAME, value.length));
  }

  /** Put a number with leading zeros; the last byte of the field stays NUL. */
  private static void octal(byte[] header, int at, int size, long number) {
    String digits = Long.toOctalString(number);
    put(header, at, bytes("0".repeat(size - 1 - digits.length()) + digits));
  }

  /** Return UTF-8; a lone surrogate U+DC80 to U+DCFF stands for the byte 80 to FF. */
  private static byte[] bytes(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    text.codePoints()
        .forEach(
            point -> {
              if (point >= 0xdc80 && point <= 0xdcff) {
                bytes.write(point & 0xff);
              } else {
                bytes.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
              }
            });
    return bytes.toByteArray();
  }
}

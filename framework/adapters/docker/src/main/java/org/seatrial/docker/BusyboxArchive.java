package org.seatrial.docker;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Packs a static busybox into the root of an image: the program, and its names as links to it. */
final class BusyboxArchive {

  private static final int BLOCK = 512;
  private static final int INTERPRETER = 3;

  /** What a probe may call. */
  private static final List<String> NAMES =
      List.of(
          "sh",
          "awk",
          "base64",
          "cat",
          "cut",
          "dd",
          "env",
          "expr",
          "find",
          "grep",
          "head",
          "id",
          "kill",
          "ls",
          "md5sum",
          "od",
          "printf",
          "readlink",
          "sed",
          "sha1sum",
          "sha256sum",
          "sha512sum",
          "sleep",
          "sort",
          "stat",
          "tail",
          "tar",
          "test",
          "timeout",
          "tr",
          "true",
          "uname",
          "wc",
          "xargs");

  private BusyboxArchive() {}

  static byte[] of(byte[] program) {
    ByteArrayOutputStream tar = new ByteArrayOutputStream(program.length + (64 << 10));
    tar.writeBytes(header("bin/", 0755, 0, '5', ""));
    tar.writeBytes(header("bin/busybox", 0755, program.length, '0', ""));
    tar.writeBytes(program);
    tar.writeBytes(new byte[(BLOCK - program.length % BLOCK) % BLOCK]);
    for (String name : NAMES) {
      tar.writeBytes(header("bin/" + name, 0777, 0, '2', "busybox"));
    }
    tar.writeBytes(new byte[2 * BLOCK]);
    return tar.toByteArray();
  }

  private static byte[] header(String name, int mode, int size, char type, String link) {
    byte[] header = new byte[BLOCK];
    put(header, 0, name);
    put(header, 100, "%07o".formatted(mode));
    put(header, 108, "0000000");
    put(header, 116, "0000000");
    put(header, 124, "%011o".formatted(size));
    put(header, 136, "00000000000");
    // The checksum counts itself as spaces.
    Arrays.fill(header, 148, 156, (byte) ' ');
    put(header, 156, String.valueOf(type));
    put(header, 157, link);
    put(header, 257, "ustar");
    put(header, 263, "00");
    int sum = 0;
    for (byte each : header) {
      sum += each & 0xFF;
    }
    put(header, 148, "%06o\0 ".formatted(sum));
    return header;
  }

  private static void put(byte[] header, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, header, at, bytes.length);
  }

  /** Tell whether these are a program of 64 bits that needs no other file to be started. */
  static boolean isStatic(byte[] elf) {
    if (elf.length < 64 || elf[0] != 0x7F || elf[1] != 'E' || elf[4] != 2 || elf[5] != 1) {
      return false;
    }
    ByteBuffer bytes = ByteBuffer.wrap(elf).order(ByteOrder.LITTLE_ENDIAN);
    long table = bytes.getLong(32);
    int size = bytes.getShort(54) & 0xFFFF;
    int count = bytes.getShort(56) & 0xFFFF;
    for (int i = 0; i < count; i++) {
      long at = table + (long) i * size;
      if (at < 0 || at > elf.length - 4 || bytes.getInt((int) at) == INTERPRETER) {
        return false;
      }
    }
    return count > 0;
  }
}

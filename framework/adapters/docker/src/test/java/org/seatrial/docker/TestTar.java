package org.seatrial.docker;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** As much of the tar format as the tests need. */
final class TestTar {

  private static final int BLOCK = 512;

  private TestTar() {}

  /** Return a tar with one file of zeros, the same each time. */
  static byte[] of(String name, int size) {
    byte[] header = header(name, size).getBytes(StandardCharsets.US_ASCII);
    return Arrays.copyOf(header, BLOCK + (size + BLOCK - 1) / BLOCK * BLOCK + 2 * BLOCK);
  }

  /** Return a tar with one file that can be executed. */
  static byte[] program(String name, byte[] content) {
    byte[] tar = of(name, content.length);
    byte[] header = header(name, content.length, "0000755").getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(header, 0, tar, 0, BLOCK);
    System.arraycopy(content, 0, tar, BLOCK, content.length);
    return tar;
  }

  /** Return the header of a file. */
  static String header(String name, int size) {
    return header(name, size, "0000644");
  }

  private static String header(String name, int size, String mode) {
    String start =
        padded(name, 100)
            + mode
            + "\0"
            + "0001751\0" // uid
            + "0000000\0" // gid
            + "%011o\0".formatted(size)
            + "00000000000\0"; // mtime
    String end = padded('0' + "\0".repeat(100) + "ustar\00000", BLOCK - start.length() - 8);
    // The checksum counts itself as spaces.
    int sum = (start + " ".repeat(8) + end).chars().sum();
    return start + "%06o\0 ".formatted(sum) + end;
  }

  /** Return the names of the entries of a tar with short names and ordinary sizes. */
  static List<String> names(byte[] tar) {
    List<String> names = new ArrayList<>();
    int at = 0;
    while (at + 512 <= tar.length && tar[at] != 0) {
      names.add(field(tar, at, 100));
      long size = Long.parseLong(field(tar, at + 124, 11), 8);
      at += Math.toIntExact(512 + (size + 511) / 512 * 512);
    }
    return names;
  }

  private static String field(byte[] tar, int at, int length) {
    int end = at;
    while (end < at + length && tar[end] != 0) {
      end++;
    }
    return new String(tar, at, end - at, StandardCharsets.US_ASCII);
  }

  private static String padded(String text, int length) {
    return text + "\0".repeat(length - text.length());
  }
}

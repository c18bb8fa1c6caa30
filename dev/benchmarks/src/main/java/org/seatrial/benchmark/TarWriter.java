package org.seatrial.benchmark;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Writes a POSIX archive of folders and files with short names. */
final class TarWriter {

  private static final int BLOCK = 512;
  private static final int CHECKSUM = 148;

  private final OutputStream out;

  TarWriter(OutputStream out) {
    this.out = out;
  }

  void folder(String path) throws IOException {
    header(path + "/", "0755", 0, '5');
  }

  /** Write a file with a part of these bytes. */
  void file(String path, byte[] bytes, int offset, int length) throws IOException {
    header(path, "0644", length, '0');
    out.write(bytes, offset, length);
    out.write(new byte[-length & (BLOCK - 1)]);
  }

  /** Write the mark of the end. */
  void end() throws IOException {
    out.write(new byte[2 * BLOCK]);
  }

  private void header(String path, String mode, long size, char type) throws IOException {
    byte[] block = new byte[BLOCK];
    put(block, 0, path);
    put(block, 100, "000" + mode);
    put(block, 108, "0000000");
    put(block, 116, "0000000");
    put(block, 124, String.format(Locale.ROOT, "%011o", size));
    put(block, 136, "14700000000");
    put(block, CHECKSUM, "        ");
    put(block, 156, String.valueOf(type));
    put(block, 257, "ustar\0" + "00");
    int sum = 0;
    for (byte b : block) {
      sum += b & 0xff;
    }
    put(block, CHECKSUM, String.format(Locale.ROOT, "%06o", sum) + "\0 ");
    out.write(block);
  }

  private static void put(byte[] block, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    if (bytes.length > 100) {
      throw new IllegalArgumentException("a name must have 100 bytes at the most: " + text);
    }
    System.arraycopy(bytes, 0, block, at, bytes.length);
  }
}

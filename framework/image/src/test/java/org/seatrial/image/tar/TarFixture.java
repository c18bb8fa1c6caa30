package org.seatrial.image.tar;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Writes archives byte by byte, so that they can be as hostile as wanted. Entries have mode 0644
 * (directories 0755), belong to root and were modified at second 0, unless the header is changed.
 */
public final class TarFixture {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private TarFixture() {}

  /** Begin an archive. */
  public static TarFixture tar() {
    return new TarFixture();
  }

  /** Add a regular file. */
  public TarFixture file(String path, String content) {
    return file(path, content.getBytes(StandardCharsets.UTF_8));
  }

  /** Add a regular file. */
  public TarFixture file(String path, byte[] content) {
    return entry('0', path, content, header -> {});
  }

  /** Add a regular file whose header is changed. */
  public TarFixture file(String path, String content, Consumer<HeaderFixture> change) {
    return entry('0', path, content.getBytes(StandardCharsets.UTF_8), change);
  }

  /** Add a directory. */
  public TarFixture directory(String path) {
    return directory(path, header -> {});
  }

  /** Add a directory whose header is changed. */
  public TarFixture directory(String path, Consumer<HeaderFixture> change) {
    return entry('5', path, new byte[0], header -> change.accept(header.mode(0755)));
  }

  /** Add a symbolic link. */
  public TarFixture symlink(String path, String target) {
    return entry('2', path, new byte[0], header -> header.mode(0777).link(target));
  }

  /** Add a hard link. */
  public TarFixture hardLink(String path, String target) {
    return entry('1', path, new byte[0], header -> header.link(target));
  }

  /** Remove a path of the layers below. */
  public TarFixture whiteout(String path) {
    int slash = path.lastIndexOf('/') + 1;
    return file(path.substring(0, slash) + ".wh." + path.substring(slash), "");
  }

  /** Remove everything in a directory from the layers below. */
  public TarFixture opaque(String directory) {
    return file(directory.isEmpty() ? ".wh..wh..opq" : directory + "/.wh..wh..opq", "");
  }

  /** Add a pax header for the next entry; records as {@code key=value}. */
  public TarFixture pax(String... records) {
    return entry('x', "PaxHeaders/0", paxData(records), header -> {});
  }

  /** Return the data of a pax header; characters are bytes, so that values can be binary. */
  public static byte[] paxData(String... records) {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    for (String record : records) {
      byte[] bytes = record.getBytes(StandardCharsets.ISO_8859_1);
      int length = bytes.length + 2;
      int total = length + Integer.toString(length).length();
      total = length + Integer.toString(total).length();
      data.writeBytes((total + " ").getBytes(StandardCharsets.US_ASCII));
      data.writeBytes(bytes);
      data.write('\n');
    }
    return data.toByteArray();
  }

  /** Add an entry of any type, with its content padded to whole blocks. */
  public TarFixture entry(char type, String path, byte[] content, Consumer<HeaderFixture> change) {
    HeaderFixture header = new HeaderFixture().name(path).mode(0644).size(content.length);
    header.type(type);
    change.accept(header);
    return raw(header.bytes()).raw(content).raw(new byte[-content.length & 511]);
  }

  /** Add bytes as they are. */
  public TarFixture raw(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  /** Return the archive with its end mark. */
  public byte[] bytes() {
    byte[] entries = out.toByteArray();
    return Arrays.copyOf(entries, entries.length + 1024);
  }

  /** Return the archive without an end mark. */
  public byte[] open() {
    return out.toByteArray();
  }
}

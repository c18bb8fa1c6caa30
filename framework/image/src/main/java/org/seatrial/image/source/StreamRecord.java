package org.seatrial.image.source;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.seatrial.image.tar.Content;
import org.seatrial.image.tar.EntryType;
import org.seatrial.image.tar.RawText;
import org.seatrial.image.tar.TarEntry;

/**
 * What was seen of a stream, as bytes to be remembered: its entries without their contents, and the
 * documents. With it the same stream needs not be read again to know what is in it.
 */
final class StreamRecord {

  private static final int VERSION = 1;

  private StreamRecord() {}

  static byte[] write(Collection<TarEntry> entries, Map<Integer, byte[]> documents) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(VERSION);
      out.writeInt(entries.size());
      for (TarEntry entry : entries) {
        out.writeInt(entry.number());
        out.writeUTF(entry.type().name());
        write(out, RawText.encode(entry.path().toString()));
        write(out, RawText.encode(entry.link().toString()));
        out.writeLong(entry.content().size());
        write(out, documents.getOrDefault(entry.number(), new byte[0]));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Takes what is read. */
  interface Reader {
    void take(TarEntry entry, byte[] document);
  }

  /**
   * Read a record.
   *
   * @throws IOException when it is of another version, or cut off
   */
  static void read(byte[] bytes, Reader reader) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    if (in.readInt() != VERSION) {
      throw new IOException("another version wrote it");
    }
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      int number = in.readInt();
      EntryType type = type(in.readUTF());
      RawText path = text(readBytes(in));
      RawText link = text(readBytes(in));
      Content content = Content.plain(0, Math.max(0, in.readLong()));
      reader.take(new TarEntry(number, path, type, TarEntry.UNKNOWN, link, content), readBytes(in));
    }
  }

  private static RawText text(byte[] bytes) {
    return RawText.of(RawText.decode(bytes, 0, bytes.length));
  }

  private static EntryType type(String name) throws IOException {
    return Optional.of(name)
        .filter(n -> Arrays.stream(EntryType.values()).anyMatch(t -> t.name().equals(n)))
        .map(EntryType::valueOf)
        .orElseThrow(() -> new IOException("it has a type of entry that nobody knows"));
  }

  private static void write(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static byte[] readBytes(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > in.available()) {
      throw new IOException("it is cut off");
    }
    return in.readNBytes(length);
  }
}

package org.seatrial.image.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.seatrial.image.tar.TarEntry;
import org.seatrial.image.tar.TarReader;

/** What is kept of a stream while it passes: its entries, and those that look like documents. */
final class StreamStore implements Store {

  /** The most bytes of all documents that are kept: 64 MiB. */
  private static final int TOTAL = 64 << 20;

  private final String name;
  private final StreamedArchive archive;
  private final ArchiveFiles files;
  private final Map<Integer, byte[]> kept = new HashMap<>();
  private int total;

  StreamStore(String name, StreamedArchive archive) {
    this.name = name;
    this.archive = archive;
    this.files = new ArchiveFiles(name);
  }

  /** Tell whether any path is there more than once. */
  boolean hasRepeated() {
    return files.hasRepeated();
  }

  /** Return what was seen of the stream, to be remembered. */
  byte[] written() {
    return StreamRecord.write(files.entries(), kept);
  }

  /** Take back what was seen of the stream before. */
  void recall(byte[] record) throws IOException {
    StreamRecord.read(
        record,
        (entry, document) -> {
          files.add(entry);
          if (document.length > 0) {
            kept.put(entry.number(), document);
          }
        });
  }

  /** Keep an entry, with its bytes when it may be a document; else let it be seen. */
  void pass(TarReader tar, TarEntry entry, PassingBlobs passing) throws IOException {
    files.add(entry);
    if (!ArchiveFiles.isFile(entry) || entry.content().size() == 0) {
      return;
    }
    long size = entry.content().size();
    PushbackInputStream in = new PushbackInputStream(tar.content(entry), 1);
    int first = in.read();
    in.unread(first);
    if (size <= Documents.SIZE && (first == '{' || first == '[') && size <= TOTAL - total) {
      kept.put(entry.number(), in.readNBytes((int) size));
      total += (int) size;
    } else {
      passing.pass(entry.path().toString(), size, LayerBytes.of((InputStream) in));
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<String> paths() {
    return files.paths();
  }

  @Override
  public Optional<StoredFile> find(String path) {
    return files.find(path).map(e -> new StoredFile(e.path().toString(), e.content().size()));
  }

  @Override
  public boolean isAmbiguous(String path) {
    return files.isRepeated(path);
  }

  @Override
  public byte[] read(StoredFile document) {
    byte[] bytes = kept.get(number(document));
    if (bytes == null) {
      throw Documents.unreadable(
          document.path() + " of " + name,
          total + document.size() > TOTAL
              ? "more than " + TOTAL + " bytes of documents come before it"
              : "it is no JSON document");
    }
    return bytes;
  }

  @Override
  public Optional<String> stamp(StoredFile file) {
    return archive.identity();
  }

  @Override
  public boolean isSeekable() {
    return false;
  }

  @Override
  public void visit(List<StoredFile> wanted, FileVisitor visitor) {
    Map<Integer, StoredFile> left = new HashMap<>();
    wanted.forEach(file -> left.put(number(file), file));
    if (left.isEmpty()) {
      return;
    }
    archive.walk(
        (tar, entry) -> {
          StoredFile file = left.remove(entry.number());
          if (file != null) {
            requireSame(file, entry);
            visitor.visit(file, LayerBytes.of(tar.content(entry)));
          }
          return !left.isEmpty();
        });
    if (!left.isEmpty()) {
      throw Documents.unreadable(name, "it has changed since it was first read");
    }
  }

  private void requireSame(StoredFile file, TarEntry entry) {
    if (!entry.path().toString().equals(file.path()) || entry.content().size() != file.size()) {
      throw Documents.unreadable(name, "it has changed since it was first read");
    }
  }

  private int number(StoredFile file) {
    return files.find(file.path()).orElseThrow().number();
  }
}

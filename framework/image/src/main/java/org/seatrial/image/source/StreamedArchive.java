package org.seatrial.image.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.SequenceInputStream;
import java.util.Optional;
import org.seatrial.check.InspectionException;
import org.seatrial.image.layer.Compression;
import org.seatrial.image.tar.Limits;
import org.seatrial.image.tar.TarEntry;
import org.seatrial.image.tar.TarReader;

/**
 * An archive that comes as a stream, plain, gzip or zstd: a compressed file, standard input, what
 * an engine exports. It is read once, forward, to find the image, while its blobs can be seen as
 * they pass; small documents are kept in memory, nothing goes to a disk. Reading layers afterwards
 * takes the stream once more from its beginning.
 */
public final class StreamedArchive implements ImageSource {

  /** An archive of many images has some thousand entries. */
  static final Limits LIMITS = Limits.standard().withEntries(200_000).withArchiveBytes(1L << 40);

  private static final int MAGIC = 6;

  /** Where a stream comes from. */
  @FunctionalInterface
  public interface Opener {

    /**
     * Return the stream from its first byte on.
     *
     * @throws IOException when it can't be had, or not again
     */
    InputStream open() throws IOException;
  }

  private final String name;
  private final Opener opener;
  private final Optional<String> identity;

  private StreamedArchive(String name, Opener opener, Optional<String> identity) {
    this.name = name;
    this.opener = opener;
    this.identity = identity;
  }

  /** Return the archive that this stream is, whose content never changes under this identity. */
  static StreamedArchive identified(String name, Opener opener, String identity) {
    return new StreamedArchive(name, opener, Optional.of(identity));
  }

  /** Return what the content never changes under; nothing where nothing is known. */
  Optional<String> identity() {
    return identity;
  }

  /** Return the archive that this stream is. */
  public static StreamedArchive of(String name, Opener opener) {
    return new StreamedArchive(name, opener, Optional.empty());
  }

  /**
   * Return the archive that this stream is, which can't be had a second time: reading layers is
   * refused, so that they must be seen as they pass.
   */
  public static StreamedArchive once(String name, InputStream stream) {
    // A pipe fails when it is made to skip; a sequence skips by reading.
    Once once = new Once(new SequenceInputStream(stream, InputStream.nullInputStream()));
    return new StreamedArchive(name, once::take, Optional.empty());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public ImageContent open(Choice choice, PassingBlobs passing) {
    return ImageKind.open(read(passing), choice);
  }

  /**
   * Return what is remembered of the stream; else read it, and remember what is seen. An archive in
   * which something is there twice is not remembered, as the record would not tell.
   */
  StreamStore read(PassingBlobs passing, StreamMemory memory) {
    if (identity.isEmpty()) {
      return read(passing);
    }
    Optional<StreamStore> recalled = memory.recall(identity.get()).flatMap(this::recall);
    if (recalled.isPresent()) {
      return recalled.get();
    }
    StreamStore store = read(passing);
    if (!store.hasRepeated()) {
      memory.remember(identity.get(), store.written());
    }
    return store;
  }

  private Optional<StreamStore> recall(byte[] record) {
    StreamStore store = new StreamStore(name, this);
    try {
      store.recall(record);
      return Optional.of(store);
    } catch (IOException e) {
      // What is remembered is of no use: the stream is read as if it were the first time.
      return Optional.empty();
    }
  }

  /** Read the stream to its end. */
  StreamStore read(PassingBlobs passing) {
    StreamStore store = new StreamStore(name, this);
    walk(
        (tar, entry) -> {
          store.pass(tar, entry, passing);
          return true;
        });
    return store;
  }

  /** Looks at one entry, and says whether more are wanted. */
  interface EntryVisitor {
    boolean visit(TarReader tar, TarEntry entry) throws IOException;
  }

  /** Read the stream from its beginning, until no more entries are wanted. */
  void walk(EntryVisitor visitor) {
    try (InputStream raw = opener.open();
        InputStream in = decoded(raw)) {
      TarReader tar = TarReader.over(name, in, LIMITS);
      Optional<TarEntry> first = first(name, tar);
      for (Optional<TarEntry> entry = first; entry.isPresent(); entry = tar.next()) {
        if (!visitor.visit(tar, entry.get())) {
          return;
        }
      }
      tar.finish();
    } catch (IOException e) {
      throw ImageArchive.failure(name, e);
    }
  }

  /** Return the first entry; when it can't be read, the whole is something else. */
  static Optional<TarEntry> first(String name, TarReader tar) {
    try {
      return tar.next();
    } catch (InspectionException e) {
      throw new InspectionException(name + " is no tar archive: " + e.getMessage(), e);
    }
  }

  private InputStream decoded(InputStream raw) throws IOException {
    PushbackInputStream in = new PushbackInputStream(raw, MAGIC);
    byte[] first = in.readNBytes(MAGIC);
    in.unread(first);
    Foreign.refuse(name, first);
    return Compression.of(first).decode(in);
  }

  /** A stream that can be taken once. */
  private static final class Once {

    private final InputStream stream;
    private boolean taken;

    Once(InputStream stream) {
      this.stream = stream;
    }

    synchronized InputStream take() throws IOException {
      if (taken) {
        throw new IOException("it can be read only once; keep it in a file");
      }
      taken = true;
      return stream;
    }
  }
}

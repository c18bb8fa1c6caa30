package org.seatrial.image.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.seatrial.check.InspectionException;
import org.seatrial.image.layer.Compression;
import org.seatrial.image.tar.Region;
import org.seatrial.image.tar.TarEntry;
import org.seatrial.image.tar.TarReader;

/**
 * An archive in a file: one in the OCI layout, or one that {@code docker save} wrote, of any
 * version. A plain tar is walked by seeking, and its layers are read where they are; a compressed
 * one is read as a stream.
 */
public final class ImageArchive implements ImageSource {

  private static final int MAGIC = 6;

  private final String name;
  private final Path file;
  private final StreamMemory memory;
  private final Clock clock;

  private ImageArchive(Path file, StreamMemory memory, Clock clock) {
    this.name = "archive:" + file;
    this.file = file;
    this.memory = memory;
    this.clock = clock;
  }

  /** Return the archive in this file, which is not looked at yet. */
  public static ImageArchive at(Path file) {
    return at(file, Clock.systemUTC());
  }

  /** Return the same by this clock, which tells how long a file has been at rest. */
  public static ImageArchive at(Path file, Clock clock) {
    return new ImageArchive(file, StreamMemory.none(), clock);
  }

  /**
   * Return the same archive with a memory: a compressed file that was read before is not
   * decompressed again before the content of one of its files is asked for, as long as it has not
   * changed.
   */
  @Override
  public ImageArchive remembering(StreamMemory between) {
    return new ImageArchive(file, between, clock);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public ImageContent open(Choice choice, PassingBlobs passing) {
    if (Files.isDirectory(file)) {
      throw Documents.unreadable(name, "it is a folder; a layout is named layout:" + file);
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      // A pipe has no second beginning.
      return piped().open(choice, passing);
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      if (isCompressed(channel)) {
        return ImageKind.open(compressed().read(passing, memory), choice);
      }
      return ImageKind.open(ArchiveStore.of(this, channel), choice);
    } catch (IOException e) {
      throw failure(name, e);
    }
  }

  private StreamedArchive compressed() {
    StreamedArchive.Opener opener = () -> Files.newInputStream(file);
    return FileStamp.settled(file, clock)
        .map(stamp -> StreamedArchive.identified(name, opener, "archive " + stamp))
        .orElseGet(() -> StreamedArchive.of(name, opener));
  }

  private StreamedArchive piped() {
    try {
      return StreamedArchive.once(name, Files.newInputStream(file));
    } catch (IOException e) {
      throw failure(name, e);
    }
  }

  private boolean isCompressed(FileChannel channel) throws IOException {
    ByteBuffer first = ByteBuffer.allocate(MAGIC);
    while (first.hasRemaining() && channel.read(first, first.position()) > 0) {}
    byte[] magic = new byte[first.position()];
    first.flip().get(magic);
    Foreign.refuse(name, magic);
    return Compression.of(magic) != Compression.NONE;
  }

  static InspectionException failure(String name, IOException e) {
    String reason =
        e instanceof NoSuchFileException
            ? "there is no such file"
            : e instanceof AccessDeniedException ? "permission denied" : e.getMessage();
    return new InspectionException(
        "cannot read " + name + ": " + (reason == null ? e.getClass().getSimpleName() : reason), e);
  }

  /** The entries of the archive; it is opened anew for every look. */
  private record ArchiveStore(
      String name, Path file, Clock clock, Optional<FileStamp> seen, ArchiveFiles files)
      implements Store {

    static Store of(ImageArchive image, FileChannel channel) throws IOException {
      String name = image.name;
      Optional<FileStamp> seen = FileStamp.of(image.file);
      ArchiveFiles files = new ArchiveFiles(name);
      TarReader tar = TarReader.over(Region.whole(name, channel), StreamedArchive.LIMITS);
      Optional<TarEntry> first = StreamedArchive.first(name, tar);
      for (Optional<TarEntry> entry = first; entry.isPresent(); entry = tar.next()) {
        files.add(entry.get());
      }
      return new ArchiveStore(name, image.file, image.clock, seen, files);
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
      byte[][] bytes = new byte[1][];
      visit(
          List.of(document),
          (entry, content) -> bytes[0] = content.stream().readNBytes((int) document.size()));
      if (bytes[0].length < document.size()) {
        throw Documents.unreadable(document.path() + " of " + name, "the archive ends within it");
      }
      return bytes[0];
    }

    @Override
    public Optional<String> stamp(StoredFile one) {
      return FileStamp.settled(file, clock)
          .filter(now -> seen.filter(stamp -> stamp.text().equals(now)).isPresent());
    }

    @Override
    public boolean isSeekable() {
      return true;
    }

    @Override
    public void visit(List<StoredFile> wanted, FileVisitor visitor) {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
        if (!FileStamp.of(file).equals(seen)) {
          throw Documents.unreadable(name, "it has changed since it was first read");
        }
        Region archive = Region.whole(name, channel);
        for (StoredFile one : wanted) {
          long offset = files.find(one.path()).orElseThrow().content().offset();
          if (offset + one.size() > archive.size()) {
            throw Documents.unreadable(name, "it ends within " + one.path());
          }
          Region region = archive.part(one.path() + " of " + name, offset, one.size());
          visitor.visit(one, LayerBytes.of(region));
        }
      } catch (IOException e) {
        throw failure(name, e);
      }
    }
  }
}

package org.seatrial.image.source;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.seatrial.image.oci.LayoutVersion;
import org.seatrial.image.tar.Region;

/**
 * A folder in the OCI layout (image-layout.md). Files in it that are links are refused, whether
 * they lead out of the folder or not: a layout has none, and what a link leads to can be exchanged.
 */
public final class LayoutFolder implements ImageSource {

  private final String name;
  private final Path folder;
  private final Clock clock;

  private LayoutFolder(Path folder, Clock clock) {
    this.name = "layout:" + folder;
    this.folder = folder;
    this.clock = clock;
  }

  /** Return the layout in this folder, which is not looked at yet. */
  public static LayoutFolder at(Path folder) {
    return at(folder, Clock.systemUTC());
  }

  /** Return the same by this clock, which tells how long a file has been at rest. */
  public static LayoutFolder at(Path folder, Clock clock) {
    return new LayoutFolder(folder, clock);
  }

  /** Tell whether a folder says that it is a layout. */
  public static boolean isLayout(Path folder) {
    return Files.isRegularFile(folder.resolve(LayoutVersion.FILE));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public ImageContent open(Choice choice, PassingBlobs passing) {
    if (!Files.isDirectory(folder)) {
      throw Documents.unreadable(
          name,
          Files.exists(folder)
              ? "it is no folder; an archive is named archive:" + folder
              : "there is no such folder");
    }
    try {
      FolderStore store = new FolderStore(name, folder.toRealPath(), clock);
      if (store.find(LayoutVersion.FILE).isEmpty()) {
        throw Documents.unreadable(name, "it has no file oci-layout, so it is no OCI layout");
      }
      return new OciImages(store, choice).open();
    } catch (IOException e) {
      throw ImageArchive.failure(name, e);
    }
  }

  /** The files of the folder. */
  private record FolderStore(String name, Path root, Clock clock) implements Store {

    @Override
    public List<String> paths() {
      try (Stream<Path> files = Files.list(root)) {
        return files.map(file -> file.getFileName().toString()).sorted().toList();
      } catch (IOException e) {
        throw ImageArchive.failure(name, e);
      }
    }

    @Override
    public Optional<StoredFile> find(String path) {
      Path at = root;
      for (String element : path.split("/", -1)) {
        if (element.isEmpty() || element.equals(".") || element.equals("..")) {
          throw Documents.unreadable(path + " of " + name, "its path leads out of the folder");
        }
        at = at.resolve(element);
        if (Files.isSymbolicLink(at)) {
          throw Documents.unreadable(path + " of " + name, root.relativize(at) + " is a link");
        }
      }
      if (!Files.exists(at, LinkOption.NOFOLLOW_LINKS)) {
        return Optional.empty();
      }
      try {
        BasicFileAttributes attributes =
            Files.readAttributes(at, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!attributes.isRegularFile()) {
          throw Documents.unreadable(path + " of " + name, "it is not a regular file");
        }
        return Optional.of(new StoredFile(path, attributes.size()));
      } catch (IOException e) {
        throw ImageArchive.failure(path + " of " + name, e);
      }
    }

    @Override
    public boolean isAmbiguous(String path) {
      return false;
    }

    @Override
    public byte[] read(StoredFile document) {
      byte[][] bytes = new byte[1][];
      visit(
          List.of(document),
          (file, content) -> bytes[0] = content.stream().readNBytes((int) document.size()));
      return bytes[0];
    }

    @Override
    public Optional<String> stamp(StoredFile file) {
      return FileStamp.settled(root.resolve(file.path()), clock);
    }

    @Override
    public boolean isSeekable() {
      return true;
    }

    @Override
    public void visit(List<StoredFile> wanted, FileVisitor visitor) {
      for (StoredFile file : wanted) {
        String title = file.path() + " of " + name;
        try (FileChannel channel =
            FileChannel.open(
                root.resolve(file.path()),
                Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
          if (channel.size() != file.size()) {
            throw Documents.unreadable(title, "it has changed since it was first looked at");
          }
          visitor.visit(file, LayerBytes.of(Region.whole(title, channel)));
        } catch (IOException e) {
          throw ImageArchive.failure(title, e);
        }
      }
    }
  }
}

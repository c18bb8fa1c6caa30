package org.seatrial.cli;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The user's cache folder. Only the parts that Seatrial makes are ever touched, whatever folder a
 * variable may name; links are not followed. Another run may use it at the same time.
 */
final class Cache {

  /** What each folder holds; the launcher makes the last one. */
  private static final Map<String, String> PARTS = names();

  private final Path folder;

  Cache(Path folder) {
    this.folder = folder;
  }

  private static Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("layers", "indexes of layers");
    names.put("seen", "notes of what was verified, and small contents");
    names.put("start", "archives of classes, for a faster start");
    return names;
  }

  /** A part of the cache: how many files it has, their bytes, and what they are. */
  record Part(long files, long bytes, String holds) {}

  /** Return each part, also those that are empty. */
  List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    PARTS.forEach((name, holds) -> parts.add(walk(name, holds, false)));
    return parts;
  }

  /**
   * Remove the parts.
   *
   * @throws CommandException when something can't be removed
   */
  void clear() {
    PARTS.forEach((name, holds) -> walk(name, holds, true));
  }

  private Part walk(String name, String holds, boolean remove) {
    Path root = folder.resolve(name);
    Visit visit = new Visit(remove);
    try {
      if (Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
        Files.walkFileTree(root, visit);
      }
    } catch (IOException e) {
      String what = remove ? " can't be emptied: " : " can't be read: ";
      throw CommandException.usage("the cache " + root + what + Reason.of(e), e);
    }
    return new Part(visit.files, visit.bytes, holds);
  }

  /** Counts or removes. What another run removes in the meantime is no concern. */
  private static final class Visit extends SimpleFileVisitor<Path> {

    private final boolean remove;
    private long files;
    private long bytes;

    Visit(boolean remove) {
      this.remove = remove;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      files++;
      bytes += attributes.size();
      if (remove) {
        Files.deleteIfExists(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      if (e instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw e;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e)
        throws IOException {
      if (e != null) {
        throw e;
      }
      if (remove) {
        try {
          Files.deleteIfExists(visited);
        } catch (DirectoryNotEmptyException filled) {
          // Another run has just put something there.
          return FileVisitResult.CONTINUE;
        }
      }
      return FileVisitResult.CONTINUE;
    }
  }
}

package org.seatrial.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A file that is written beside its place and moved there when it is complete: a reader sees the
 * old one or the new one, never a part. What is no regular file, such as a pipe, is written to
 * directly.
 */
final class NewFile implements AutoCloseable {

  private final Path path;
  private final Path written;
  private final OutputStream stream;

  private final Optional<Cleanup> cleanup;

  private NewFile(Path path, Path written, OutputStream stream, Optional<Cleanup> cleanup) {
    this.path = path;
    this.written = written;
    this.stream = stream;
    this.cleanup = cleanup;
  }

  /**
   * Begin to write.
   *
   * @throws IOException when its folder is missing or can't be written, or it is a folder itself
   */
  static NewFile at(Path named) throws IOException {
    // The file that a link leads to is replaced, not the link.
    Path path = Files.exists(named) ? named.toRealPath() : named.toAbsolutePath();
    if (Files.isDirectory(path)) {
      throw new FileSystemException(path.toString(), null, "it is a folder");
    }
    if (Files.exists(path) && !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      return new NewFile(
          path, path, Files.newOutputStream(path, StandardOpenOption.WRITE), Optional.empty());
    }
    Path name = path.getFileName();
    if (name == null) {
      throw new FileSystemException(path.toString(), null, "it is a folder");
    }
    Path beside = path.resolveSibling("." + name + "." + ProcessHandle.current().pid() + ".tmp");
    OutputStream stream =
        Files.newOutputStream(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    return new NewFile(path, beside, stream, Optional.of(Cleanup.of(beside)));
  }

  OutputStream stream() {
    return stream;
  }

  Path path() {
    return path;
  }

  /** Close the file and put it where it belongs. */
  void complete() throws IOException {
    stream.close();
    if (cleanup.isPresent()) {
      Files.move(
          written, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Remove what was written, unless it is complete. */
  @Override
  public void close() throws IOException {
    stream.close();
    if (cleanup.isPresent()) {
      cleanup.get().run();
    }
  }
}

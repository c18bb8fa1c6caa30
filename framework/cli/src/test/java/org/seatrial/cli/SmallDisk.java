package org.seatrial.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A real disk of a few kilobytes, which only root can have made. */
record SmallDisk(Path folder) implements AutoCloseable {

  /** Mount a disk of this size; where that is not allowed the test is skipped. */
  static SmallDisk at(Path folder, int kilobytes) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    assumeTrue(
        isDone("mount", "-t", "tmpfs", "-o", "size=" + kilobytes + "k", "tmpfs", folder.toString()),
        "needs the right to mount a tmpfs, which root has outside of most containers");
    return new SmallDisk(folder);
  }

  private static boolean isDone(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(List.of(command))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }

  /** Fill all that is left, and return the file that does. */
  Path fill() throws IOException {
    Path file = folder.resolve("filler");
    try (OutputStream out = Files.newOutputStream(file)) {
      byte[] block = new byte[4096];
      while (true) {
        out.write(block);
      }
    } catch (IOException e) {
      if (e instanceof FileSystemException
          || !String.valueOf(e.getMessage()).contains("No space")) {
        throw e;
      }
    }
    return file;
  }

  /** Let nobody write any more. */
  void freeze() throws IOException, InterruptedException {
    if (!isDone("mount", "-o", "remount,ro", folder.toString())) {
      throw new IOException("the disk can't be made read-only");
    }
  }

  @Override
  public void close() {
    try {
      if (!isDone("umount", folder.toString())) {
        throw new IllegalStateException(folder + " can't be unmounted");
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}

package org.seatrial.deployment.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder with the tools of busybox alone, as its images have them. */
final class BusyboxFolder {

  private BusyboxFolder() {}

  static Path create() {
    try {
      Path folder = Files.createTempDirectory("busybox");
      folder.toFile().deleteOnExit();
      for (String tool :
          List.of(
              "sh",
              "stat",
              "find",
              "head",
              "cat",
              "readlink",
              "md5sum",
              "sha256sum",
              "uname",
              "env",
              "sleep",
              "setsid")) {
        Path link = Files.createSymbolicLink(folder.resolve(tool), Path.of("/bin/busybox"));
        link.toFile().deleteOnExit();
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

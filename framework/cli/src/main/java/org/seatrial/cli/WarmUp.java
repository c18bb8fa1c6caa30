package org.seatrial.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.seatrial.cli.Surroundings.Terminals;

/**
 * Loads what the command usually needs, by checking and inspecting a tiny image, so that Java can
 * put it into an archive of classes. Run by the launcher, once for each installation and Java.
 */
final class WarmUp {

  private WarmUp() {}

  /** Do it, and leave nothing behind. */
  public static void main(String... args) throws IOException {
    Path folder = Files.createTempDirectory("seatrial-start");
    Path image = folder.resolve("image.tar");
    try {
      Files.write(image, TinyImage.archive());
      run(folder, image.toString());
    } finally {
      new Cache(folder).clear();
      Files.deleteIfExists(image);
      Files.deleteIfExists(folder);
    }
  }

  private static void run(Path cacheFolder, String image) {
    Surroundings nobody =
        new Surroundings(
            OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream(),
            new Terminals(true, true),
            Map.of(),
            Clock.systemUTC());
    Seatrial seatrial = new Seatrial(nobody, new ImageOpener(cacheFolder), cacheFolder);
    for (List<String> command :
        List.of(
            List.of("version"),
            List.of("check", "--help"),
            List.of("cache", "info"),
            List.of("check", image),
            List.of("check", image, "--format", "json"),
            List.of("check", image, "--format", "junit"),
            List.of("inspect", image),
            List.of("inspect", image, "/etc"))) {
      seatrial.run(command.toArray(String[]::new));
    }
  }
}

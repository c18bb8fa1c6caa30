package org.seatrial.docker.compose;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.seatrial.check.InspectionException;

/**
 * A small process beside this one that outlives it, even when it is killed: it waits at the end of
 * a pipe, and removes everything that carries the run's label once the other end is closed. A shell
 * and the user's own {@code docker} are all it needs.
 */
final class Reaper {

  /** How long the end of this process waits for what is being removed. */
  private static final int SECONDS = 60;

  private final Process process;

  private Reaper(Process process) {
    this.process = process;
  }

  /**
   * Start it.
   *
   * @param label the label by which everything of the run is known, {@code name=value}
   * @param folder the run's own folder, which is removed as well
   * @param environment the variables by which docker finds the engine
   */
  static Reaper start(String label, Path folder, Map<String, String> environment) {
    try {
      ProcessBuilder builder =
          new ProcessBuilder("sh", "-c", script(), "seatrial-reaper", label, folder.toString())
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD);
      builder.environment().clear();
      builder.environment().putAll(environment);
      return new Reaper(builder.start());
    } catch (IOException e) {
      throw new InspectionException(
          "cannot start what would remove everything if this process were killed: "
              + e.getMessage(),
          e);
    }
  }

  /** Let it begin, and wait until it has ended. */
  void finish() {
    try {
      OutputStream pipe = process.getOutputStream();
      pipe.close();
      process.waitFor(SECONDS, TimeUnit.SECONDS);
    } catch (IOException e) {
      // The pipe was closed before, so it has begun.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String script() throws IOException {
    try (InputStream in = Reaper.class.getResourceAsStream("reaper.sh")) {
      if (in == null) {
        throw new IOException("reaper.sh is missing in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

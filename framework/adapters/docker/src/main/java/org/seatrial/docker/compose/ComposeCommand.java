package org.seatrial.docker.compose;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.seatrial.check.InspectionException;
import org.seatrial.check.Printable;
import org.seatrial.check.UnavailableException;

/**
 * The user's own {@code docker compose}, for one project. Its outputs go into files of the
 * deployment's own folder and are read as far as they are bounded.
 *
 * @param project the name of the project
 * @param folder where its outputs go
 * @param environment the variables it sees, all of them
 */
record ComposeCommand(String project, Path folder, Map<String, String> environment) {

  /** How much of an output is read: the model of a large application is far below. */
  private static final int LIMIT = 16 << 20;

  /** How much of its messages is shown. */
  private static final int SHOWN = 4_000;

  ComposeCommand {
    environment = Map.copyOf(environment);
  }

  /** A command that was started. */
  record Started(Process process, Path out, Path messages, String line) {

    boolean isAlive() {
      return process.isAlive();
    }

    boolean hasFailed() {
      return !process.isAlive() && process.exitValue() != 0;
    }

    String output() {
      return text(out, LIMIT);
    }

    /** Return what it complained of, the end of it when that is long; printable. */
    String complaint() {
      String all = text(messages, LIMIT).strip();
      return all.substring(Math.max(0, all.length() - SHOWN))
          .lines()
          .map(Printable::of)
          .collect(Collectors.joining("\n"));
    }

    /** End it, and all that it started. */
    void kill() {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  /**
   * Start it with these arguments after {@code docker compose}.
   *
   * @throws UnavailableException when there is no docker command
   */
  Started start(List<String> arguments) {
    List<String> line = new ArrayList<>(List.of("docker", "compose", "--project-name", project));
    line.addAll(arguments);
    try {
      Path out = Files.createTempFile(folder, "out", "");
      Path messages = Files.createTempFile(folder, "messages", "");
      ProcessBuilder builder =
          new ProcessBuilder(line)
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .redirectOutput(out.toFile())
              .redirectError(messages.toFile());
      builder.environment().clear();
      builder.environment().putAll(environment);
      return new Started(builder.start(), out, messages, "docker compose " + arguments.get(0));
    } catch (IOException e) {
      throw new UnavailableException(
          "engine",
          "cannot run docker compose: "
              + e.getMessage()
              + "; install the docker command with its Compose plugin",
          e);
    }
  }

  /**
   * Run it to its end.
   *
   * @throws InspectionException when it takes longer than the patience, and is killed
   */
  Started run(Duration patience, String... arguments) {
    return run(patience, List.of(arguments));
  }

  /** See {@link #run(Duration, String...)}. */
  Started run(Duration patience, List<String> arguments) {
    Started started = start(arguments);
    try {
      if (started.process().waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return started;
      }
      started.kill();
      throw new InspectionException(
          started.line()
              + " did not end within "
              + patience.toSeconds()
              + " s; it said: "
              + started.complaint());
    } catch (InterruptedException e) {
      started.kill();
      Thread.currentThread().interrupt();
      throw new InspectionException(started.line() + " was given up, because we were told to", e);
    }
  }

  private static String text(Path file, int limit) {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(limit), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new InspectionException("cannot read what docker compose wrote: " + e.getMessage(), e);
    }
  }
}

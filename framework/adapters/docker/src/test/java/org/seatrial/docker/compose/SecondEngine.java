package org.seatrial.docker.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.seatrial.deployment.Waiting;

/**
 * An engine of the test's own, with a socket and data of its own, which may be stopped. Needs root
 * and {@code dockerd}.
 */
final class SecondEngine implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final Path folder;
  private Process daemon;

  private SecondEngine(Path folder, Process daemon) {
    this.folder = folder;
    this.daemon = daemon;
  }

  static SecondEngine start(Path folder) throws Exception {
    Assumptions.assumeTrue(
        "root".equals(System.getProperty("user.name"))
            && run(Map.of(), "sh", "-c", "command -v dockerd && unshare --net true") == 0,
        "a second engine needs root, dockerd and a network namespace");
    SecondEngine engine = new SecondEngine(folder, daemon(folder));
    engine.awaitAnswer();
    return engine;
  }

  private static Process daemon(Path folder) throws IOException {
    // In a network namespace of its own: an engine without a bridge removes that of the machine's.
    return new ProcessBuilder(
            "unshare",
            "--net",
            "dockerd",
            "--host",
            "unix://" + folder.resolve("docker.sock"),
            "--data-root",
            folder.resolve("data").toString(),
            "--exec-root",
            folder.resolve("exec").toString(),
            "--pidfile",
            folder.resolve("pid").toString(),
            "--bridge",
            "none",
            "--iptables=false",
            "--ip6tables=false")
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
        .start();
  }

  private void awaitAnswer() {
    boolean answers =
        Waiting.upTo(PATIENCE).until(() -> run(environment(), "docker", "version") == 0, up -> up);
    assertThat(answers).as(this::log).isTrue();
  }

  private String log() {
    try {
      return Files.readString(folder.resolve("log"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** Return the variables by which docker finds it. */
  Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("DOCKER_HOST", "unix://" + folder.resolve("docker.sock"));
    environment.remove("DOCKER_CONTEXT");
    return environment;
  }

  /** Copy an image of the machine's own engine. */
  void load(String image) {
    assertThat(
            run(
                Map.of("SECOND", "unix://" + folder.resolve("docker.sock"), "IMAGE", image),
                "sh",
                "-c",
                "docker save \"$IMAGE\" | docker --host \"$SECOND\" load"))
        .isZero();
  }

  /** End it as a crash does. */
  void kill() throws InterruptedException {
    daemon.destroyForcibly().waitFor();
  }

  void restart() throws IOException {
    daemon = daemon(folder);
    awaitAnswer();
  }

  @Override
  public void close() {
    daemon.destroy();
    try {
      if (!daemon.waitFor(20, TimeUnit.SECONDS)) {
        daemon.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    // What an engine mounts for itself keeps its folder from being removed.
    run(
        Map.of("FOLDER", folder.toString()),
        "sh",
        "-c",
        "grep -o \"$FOLDER[^ ]*\" /proc/self/mounts | sort -r | xargs -r -n 1 umount -l; rm -rf"
            + " \"$FOLDER\"");
  }

  private static int run(Map<String, String> environment, String... command) {
    try {
      ProcessBuilder builder =
          new ProcessBuilder(List.of(command))
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD);
      builder.environment().putAll(environment);
      return builder.start().waitFor();
    } catch (IOException e) {
      return 127;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }
}

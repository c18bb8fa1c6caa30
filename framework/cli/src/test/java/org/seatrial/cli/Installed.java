package org.seatrial.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The distribution as a user has it: the zip of the build, unpacked, started as a process.
 *
 * @param home the folder that the zip holds
 * @param cache the cache folder of what is started
 */
record Installed(Path home, Path cache) {

  /** What a process that has ended said. */
  record Ended(int exitCode, String out, String err) {}

  /** Return the zip that the build made. */
  static Path zip() {
    return Path.of(Objects.requireNonNull(System.getProperty("seatrial.distribution")));
  }

  /** Unpack the zip with the rights that it states, as {@code unzip} does. */
  static Installed in(Path folder) throws IOException {
    try (FileSystem zip =
            FileSystems.newFileSystem(
                URI.create("jar:" + zip().toUri()), Map.of("enablePosixFileAttributes", true));
        Stream<Path> files = Files.walk(zip.getPath("/"))) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path target = folder.resolve(file.toString().substring(1));
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
          @SuppressWarnings("unchecked") // The zip file system says so of this attribute.
          Set<PosixFilePermission> rights =
              (Set<PosixFilePermission>) Files.getAttribute(file, "zip:permissions");
          Files.setPosixFilePermissions(target, Objects.requireNonNull(rights));
        }
      }
    }
    try (Stream<Path> tops = Files.list(folder)) {
      Path home = tops.filter(top -> Files.isDirectory(top.resolve("bin"))).findAny().orElseThrow();
      return new Installed(home, folder.resolve("cache"));
    }
  }

  Path launcher() {
    return home.resolve("bin/seatrial");
  }

  /** Return a process to be started, without an archive of classes. */
  ProcessBuilder process(List<String> command) {
    ProcessBuilder process = new ProcessBuilder(command);
    process.environment().put("SEATRIAL_CACHE", cache.toString());
    process.environment().put("SEATRIAL_FAST_START", "off");
    process.environment().put("DOCKER_HOST", "unix:///nowhere");
    process.environment().keySet().removeAll(Set.of("SEATRIAL_JAVA_OPTS", "NO_COLOR", "CI"));
    return process;
  }

  /** Return a process of the launcher with these arguments. */
  ProcessBuilder command(String... arguments) {
    List<String> command = new ArrayList<>(List.of(launcher().toString()));
    command.addAll(List.of(arguments));
    return process(command);
  }

  Ended run(String... arguments) throws IOException, InterruptedException {
    return run(command(arguments));
  }

  static Ended run(ProcessBuilder builder) throws IOException, InterruptedException {
    Path err = Files.createTempFile("seatrial", ".err");
    try {
      Process process = builder.redirectError(err.toFile()).start();
      process.getOutputStream().close();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return ended(process, out, err);
    } finally {
      Files.delete(err);
    }
  }

  /** Wait for the end of a process whose standard error goes to this file. */
  static Ended ended(Process process, String out, Path err)
      throws IOException, InterruptedException {
    if (!process.waitFor(1, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException("the command does not end: " + out);
    }
    return new Ended(process.exitValue(), out, Files.readString(err));
  }

  /** Return the names of everything below a folder, relative to it. */
  static List<String> below(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.map(file -> folder.relativize(file).toString()).sorted().toList();
    }
  }
}

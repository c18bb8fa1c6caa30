package org.seatrial.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatrial.check.InspectionException;

/** Nothing is refused to root, so a program of its own asks the engine as nobody in particular. */
final class RefusedPermissionTest {

  private static final Path SET_PRIVILEGES = Path.of("/usr/bin/setpriv");

  @TempDir private Path folder;

  @Test
  void says_that_permission_is_refused() throws Exception {
    boolean root = Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    assumeThat(!root || Files.isExecutable(SET_PRIVILEGES))
        .as("root can give its privileges up by setpriv")
        .isTrue();
    Path classes = classesForEverybody();
    try (FakeEngine fake = new FakeEngine(folder)) {
      Path socket = Path.of(fake.address().url().substring("unix://".length()));
      Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("---------"));
      String said = run(root, classes, fake.address().url());
      assertThat(said)
          .isEqualTo(
              "no Docker engine answers at "
                  + fake.address().url()
                  + " (DOCKER_HOST): permission to use the socket is refused; run as a user who may"
                  + " write to it (often a member of the group docker) or set DOCKER_HOST");
      assertThat(fake.requests()).isEmpty();
    }
  }

  private static String run(boolean root, Path classes, String url)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if (root) {
      command.addAll(
          List.of(SET_PRIVILEGES.toString(), "--reuid=65534", "--regid=65534", "--clear-groups"));
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Dstdout.encoding=UTF-8", "-cp", classes.toString()));
    command.addAll(List.of(ConnectsOnce.class.getName(), url));
    Process child = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(child.waitFor()).as(said).isZero();
    return said.strip();
  }

  /** Copy the classes that are needed to where every user may read them. */
  private Path classesForEverybody() throws Exception {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path classes = Files.createDirectory(folder.resolve("classes"));
    for (Class<?> one : List.of(InspectionException.class, Engine.class, ConnectsOnce.class)) {
      CodeSource source = one.getProtectionDomain().getCodeSource();
      Path from = Path.of(source.getLocation().toURI());
      if (Files.isDirectory(from)) {
        copy(from, classes);
      } else {
        try (FileSystem jar = FileSystems.newFileSystem(from)) {
          copy(jar.getPath("/"), classes);
        }
      }
    }
    return classes;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }

  /** The program: connects to the address that it is given, and prints why it could not. */
  static final class ConnectsOnce {

    private ConnectsOnce() {}

    public static void main(String[] arguments) {
      try {
        Engine engine = Engine.connect(EngineAddress.parse(arguments[0], "DOCKER_HOST"));
        System.out.println("connected: " + engine.apiVersion());
      } catch (InspectionException e) {
        System.out.println(e.getMessage());
      }
    }
  }
}

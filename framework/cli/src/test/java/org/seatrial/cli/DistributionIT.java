package org.seatrial.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.seatrial.cli.Installed.Ended;
import org.seatrial.image.fixture.Bundle;
import org.seatrial.image.fixture.ImageFixture;
import org.seatrial.image.fixture.LayerFixture;
import org.seatrial.image.fixture.Packing;

/** The zip of the build, unpacked and started as its user does. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class DistributionIT {

  private static final ImageFixture GOOD =
      ImageFixture.of(LayerFixture.empty().file("etc/passwd", "root:x:0:0::/root:/bin/sh\n"))
          .withName("shop:1")
          .withRun("{\"User\": \"1001\"}");

  @TempDir private static Path unpacked;
  @TempDir private Path temp;

  private static Installed seatrial;

  @BeforeAll
  static void unpack() throws IOException {
    seatrial = Installed.in(unpacked);
  }

  private String archive(ImageFixture image, Packing packing) {
    return "archive:" + Bundle.saved(image).tarTo(temp.resolve("image.tar"), packing);
  }

  private String good() {
    return archive(GOOD, Packing.PLAIN);
  }

  @Test
  void has_every_class_and_service_that_the_tests_have() throws IOException {
    Set<String> there = new HashSet<>();
    try (Stream<Path> jars = Files.list(seatrial.home().resolve("lib"))) {
      for (Path jar : (Iterable<Path>) jars.filter(f -> f.toString().endsWith(".jar"))::iterator) {
        there.addAll(entries(jar));
      }
    }
    Set<String> wanted = new HashSet<>();
    for (String entry : System.getProperty("java.class.path").split(":", -1)) {
      Path path = Path.of(entry);
      boolean ours = path.toString().matches(".*/(framework|seatrial)[^:]*");
      if (ours && entry.endsWith(".jar") && !entry.endsWith("-tests.jar")) {
        entries(path).stream()
            .filter(e -> e.startsWith("org/seatrial/") || e.startsWith("META-INF/services/"))
            .forEach(wanted::add);
      } else if (entry.endsWith("/classes")) {
        Installed.below(path).stream().filter(e -> e.endsWith(".class")).forEach(wanted::add);
      }
    }
    assertThat(wanted)
        .contains("org/seatrial/cli/Seatrial.class", "org/seatrial/image/ImagePlace.class")
        .contains("META-INF/services/org.seatrial.check.Profile")
        .contains("META-INF/services/org.seatrial.image.source.ImageSourceProvider");
    assertThat(there).containsAll(wanted);
  }

  private static List<String> entries(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.stream().filter(e -> !e.isDirectory()).map(e -> e.getName()).toList();
    }
  }

  @Test
  void tells_its_version() throws Exception {
    assertThat(seatrial.run("version")).isEqualTo(new Ended(0, Version.text(), ""));
  }

  @Test
  void passes_a_good_image_however_it_is_packed() throws Exception {
    for (Packing packing : Packing.values()) {
      Ended ended = seatrial.run("check", archive(GOOD, packing));
      assertThat(ended.err()).isEmpty();
      assertThat(ended.out()).endsWith("5 checks: 5 passed\n\n");
      assertThat(ended.exitCode()).isZero();
    }
  }

  @Test
  void fails_an_image_that_runs_as_root() throws Exception {
    Ended ended = seatrial.run("check", archive(GOOD.withRun("{\"User\": \"0\"}"), Packing.PLAIN));
    assertThat(ended.out()).contains("but was:   \"0\"");
    assertThat(ended.err()).isEmpty();
    assertThat(ended.exitCode()).isEqualTo(1);
  }

  @Test
  void refuses_wrong_arguments() throws Exception {
    assertThat(seatrial.run("check", good(), "--profile", "nonroot").exitCode()).isEqualTo(2);
    assertThat(seatrial.run("check"))
        .isEqualTo(
            new Ended(
                2,
                "",
                """
                seatrial: Missing required parameter: 'SUBJECT'
                Try: seatrial check --help
                """));
  }

  @Test
  void cannot_look_at_a_torn_image_or_without_an_engine() throws Exception {
    Path torn = Files.write(temp.resolve("torn.tar"), new byte[700]);
    Ended ended = seatrial.run("check", torn.toString(), "docker:shop:1");
    assertThat(ended.out())
        .contains("? could not look: archive:" + torn)
        .contains(
            "? could not look: no Docker engine answers at unix:///nowhere (DOCKER_HOST): the"
                + " socket does not exist; start the engine or set DOCKER_HOST\n");
    assertThat(ended.exitCode()).isEqualTo(3);
  }

  @Test
  void starts_through_links_and_from_a_folder_with_spaces() throws Exception {
    Path spaced = Files.createDirectories(temp.resolve("a folder, with (spaces)"));
    Installed other = Installed.in(spaced);
    Path first = Files.createSymbolicLink(temp.resolve("first"), other.launcher());
    Path second = Files.createSymbolicLink(temp.resolve("second"), Path.of("first"));
    for (Path launcher : List.of(other.launcher(), first, second)) {
      Ended ended = Installed.run(other.process(List.of(launcher.toString(), "check", good())));
      assertThat(ended.out()).endsWith("5 checks: 5 passed\n\n");
      assertThat(ended.exitCode()).isZero();
    }
    ProcessBuilder found = other.process(List.of("sh", "-c", "second version"));
    found.environment().merge("PATH", temp.toString(), (path, more) -> more + ":" + path);
    assertThat(Installed.run(found).out()).isEqualTo(Version.text());
  }

  @Test
  void needs_no_cache_folder() throws Exception {
    ProcessBuilder process = seatrial.command("check", good());
    // Not even root can make a folder there.
    process.environment().put("SEATRIAL_CACHE", "/proc/self/seatrial");
    process.environment().remove("SEATRIAL_FAST_START");
    Ended ended = Installed.run(process);
    assertThat(ended.out()).isEqualTo(seatrial.run("check", good()).out());
    assertThat(ended.err())
        .startsWith("seatrial: the cache of layers can't be used: could not ")
        .hasLineCount(1);
    assertThat(ended.exitCode()).isZero();
  }

  @Test
  void colours_a_terminal_unless_it_must_not() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "needs script, of util-linux");
    String command = seatrial.launcher() + " check " + good();
    ProcessBuilder process =
        seatrial.process(List.of("/usr/bin/script", "-qec", command, "/dev/null"));
    process.environment().put("TERM", "xterm");
    assertThat(Installed.run(process).out()).contains("\u001b[32m✔\u001b[0m");
    process.environment().put("NO_COLOR", "1");
    assertThat(Installed.run(process).out()).contains("✔ image").doesNotContain("\u001b[32m");
  }

  @Test
  void makes_an_archive_of_classes_at_the_first_run_and_uses_it_at_the_second() throws Exception {
    Path cache = temp.resolve("cache");
    ProcessBuilder process = seatrial.command("version");
    process.environment().put("SEATRIAL_CACHE", cache.toString());
    process.environment().remove("SEATRIAL_FAST_START");
    Path log = temp.resolve("classes.log");
    process.environment().put("SEATRIAL_JAVA_OPTS", "-Xlog:class+load=info:file=" + log);
    assertThat(Installed.run(process).out()).isEqualTo(Version.text());
    assertThat(log).content().doesNotContain("(top)");
    Path archive = made(cache.resolve("start"));
    assertThat(Installed.run(process).out()).isEqualTo(Version.text());
    assertThat(log)
        .content()
        .containsPattern("org\\.seatrial\\.cli\\.Seatrial source: shared objects file \\(top\\)");
    byte[] sound = Files.readAllBytes(archive);
    byte[] torn = sound.clone();
    Arrays.fill(torn, torn.length / 2, torn.length / 2 + 200_000, (byte) 0x5a);
    for (byte[] damaged : List.of(new byte[0], Arrays.copyOf(sound, 5_000), torn)) {
      Files.delete(archive);
      Files.write(archive, damaged);
      assertThat(Installed.run(process)).isEqualTo(new Ended(0, Version.text(), ""));
      // A new one is made in its place.
      archive = made(cache.resolve("start"));
      assertThat(Files.size(archive)).isGreaterThan(1_000_000);
    }
    // The index of the image that warms up is not left behind either.
    assertThat(Installed.below(cache))
        .containsExactly("", "start", "start/" + archive.getFileName());
  }

  /** Wait for the run in the background to end. */
  private static Path made(Path folder) throws IOException, InterruptedException {
    for (int i = 0; i < 600; i++) {
      List<String> names = Installed.below(folder);
      if (names.size() == 2 && names.get(1).endsWith(".jsa")) {
        return folder.resolve(names.get(1));
      }
      Thread.sleep(Duration.ofMillis(100).toMillis());
    }
    throw new AssertionError("no archive of classes, only " + Installed.below(folder));
  }

  @Test
  void ends_when_nobody_reads_its_report() throws Exception {
    Path err = temp.resolve("err");
    Process process =
        seatrial.command("check", good(), "--format", "json").redirectError(err.toFile()).start();
    try (InputStream out = process.getInputStream()) {
      assertThat(out.available()).isZero();
    }
    assertThat(Installed.ended(process, "", err))
        .isEqualTo(new Ended(2, "", "seatrial: standard output can't be written: Broken pipe\n"));
  }

  @Test
  void leaves_nothing_behind_when_it_is_interrupted() throws Exception {
    Path pipe = temp.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Path reports = Files.createDirectory(temp.resolve("reports"));
    Path cache = temp.resolve("cache");
    Path err = temp.resolve("err");
    // Whoever starts the tests may ignore interrupts, and a child would with it.
    ProcessBuilder builder =
        seatrial.process(
            List.of(
                "env",
                "--default-signal=INT",
                seatrial.launcher().toString(),
                "check",
                "archive:" + pipe,
                "--output",
                reports.resolve("report.txt").toString()));
    builder.environment().put("SEATRIAL_CACHE", cache.toString());
    Process process = builder.redirectError(err.toFile()).start();
    byte[] layer =
        LayerFixture.empty()
            .file("big", new String(new byte[4 << 20], StandardCharsets.UTF_8))
            .tar();
    // It opens when the command opens the other end.
    try (OutputStream slow = Files.newOutputStream(pipe)) {
      slow.write(layer, 0, 3 << 20);
      assertThat(Installed.below(reports)).hasSize(2);
      new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
      assertThat(Installed.ended(process, "", err))
          .isEqualTo(new Ended(130, "", "seatrial: interrupted; nothing was reported\n"));
    }
    assertThat(Installed.below(reports)).containsExactly("");
    assertThat(Installed.below(cache)).filteredOn(f -> f.contains(".")).isEmpty();
  }
}

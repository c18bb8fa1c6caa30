package org.seatrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatrial.check.Answer;
import org.seatrial.check.file.FileStatus;
import org.seatrial.check.file.Links;
import org.seatrial.check.file.StatRequest;

class CheckCommandTest {

  private final FakeImages images =
      new FakeImages()
          .with(
              "cart:1.4",
              Map.of(
                  new StatRequest("/shop.conf", Links.FOLLOW),
                  Answer.known(FileStatus.regular("/shop.conf"))))
          .with("bare:1", Map.of())
          .with(
              "odd:1",
              Map.of(
                  new StatRequest("/shop.conf", Links.FOLLOW), Answer.unknown("layer 2 is torn")));

  private final Run run = Run.on(images);

  @Test
  void passes_an_image_that_keeps_the_profile() {
    assertThat(run.command("check", "cart:1.4", "--profile", "shop")).isZero();
    assertThat(run.out())
        .isEqualTo(
            """
            image cart:1.4
            ✔ file /shop.conf should exist
            1 check: 1 passed

            """);
    assertThat(run.err()).isEmpty();
  }

  @Test
  void fails_an_image_that_does_not() {
    assertThat(run.command("check", "--profile=strict", "cart:1.4")).isEqualTo(1);
    assertThat(run.out())
        .contains(
            "✘ file /shop.conf should have mode 0400   → FAILED (1 finding) in image cart:1.4")
        .endsWith("2 checks: 1 passed, 1 failed\n\n");
  }

  @Test
  void cannot_tell_what_it_cannot_look_at() {
    assertThat(run.command("check", "odd:1", "--profile", "shop")).isEqualTo(3);
    assertThat(run.out()).contains("layer 2 is torn   → UNDETERMINED in image odd:1");
  }

  @Test
  void cannot_tell_of_an_image_that_cannot_be_opened() {
    assertThat(run.command("check", "nowhere:1", "--profile", "strict")).isEqualTo(3);
    assertThat(run.out())
        .isEqualTo(
            """
            nowhere:1
            ? could not look: there is no image nowhere:1
            ? file /shop.conf should exist
            ? file /shop.conf should have mode 0400
            2 checks: 2 undetermined

            """);
  }

  @Test
  void checks_every_image_and_ends_with_the_worst_that_is_sure() {
    assertThat(run.command("check", "nowhere:1", "cart:1.4", "bare:1", "--profile", "shop"))
        .isEqualTo(1);
    assertThat(run.out()).endsWith("3 places, 3 checks: 1 passed, 1 failed, 1 undetermined\n");
    assertThat(images.opened()).containsExactly("cart:1.4", "bare:1");
  }

  @Test
  void ends_with_what_it_could_not_look_at_when_nothing_failed() {
    assertThat(run.command("check", "nowhere:1", "cart:1.4", "--profile", "shop")).isEqualTo(3);
  }

  @Test
  void takes_several_profiles() {
    run.command("check", "cart:1.4", "--profile", "shop", "--profile", "strict", "--format=json");
    assertThat(run.out())
        .contains("\"title\" : \"shop, strict\"")
        .contains("\"shop.conf\"", "\"strict.conf\"", "\"strict.mode\"");
  }

  @Test
  void checks_by_the_default_profile() {
    assertThat(run.command("check", "bare:1", "--format", "json")).isEqualTo(1);
    assertThat(run.out()).contains("\"title\" : \"nonRoot\"").contains("\"non-root.user\"");
  }

  @Test
  void fails_when_nothing_is_checked() {
    assertThat(run.command("check", "cart:1.4", "--profile", "empty")).isEqualTo(1);
    assertThat(run.out())
        .isEqualTo(
            """
            image cart:1.4
            ✘ nothing was checked
            0 checks

            """);
  }

  @Test
  void lists_the_profiles_when_there_is_none_of_a_name() {
    assertThat(run.command("check", "cart:1.4", "--profile", "nonroot")).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith(
            """
            seatrial: there is no profile nonroot; did you mean nonRoot?
            There are:
              broken   a mistake of its author
              empty    nothing
              nonRoot\
            """)
        .endsWith("  strict   more than anybody can keep\n");
  }

  @Test
  void names_the_profile_that_is_broken() {
    assertThat(run.command("check", "cart:1.4", "--profile", "broken")).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "seatrial: the profile broken can't say what it checks:"
                + " java.lang.IllegalArgumentException: mode must be octal\\u001b[2J\n");
  }

  @Test
  void shows_the_source_of_an_error_to_those_who_ask() {
    assertThat(run.command("check", "cart:1.4", "--profile", "broken", "--stacktrace"))
        .isEqualTo(2);
    assertThat(run.err()).contains("at org.seatrial.cli.TestProfiles$Broken.checks");
  }

  @Test
  void needs_a_subject() {
    assertThat(run.command("check")).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            """
            seatrial: Missing required parameter: 'SUBJECT'
            Try: seatrial check --help
            """);
  }

  @Test
  void refuses_a_subject_that_names_nothing() {
    assertThat(run.command("check", "cart:1.4", "malformed:", "--profile", "shop")).isEqualTo(2);
    assertThat(run.err()).isEqualTo("seatrial: \"malformed:\" names no image\n");
  }

  @Test
  void refuses_an_unknown_format() {
    assertThat(run.command("check", "cart:1.4", "--format", "jsn")).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo("seatrial: --format jsn: there is no such format; did you mean json?\n");
  }

  @Test
  void passes_the_platform_on() {
    run.command("check", "cart:1.4", "--profile", "shop", "--platform", "linux/arm64");
    assertThat(images.platforms()).containsExactly("linux/arm64");
  }

  @Test
  void writes_each_format() {
    assertThat(run.command("check", "cart:1.4", "--profile", "shop", "--format", "junit")).isZero();
    assertThat(run.out())
        .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
        .contains("<testsuite name=\"image cart:1.4\" tests=\"1\"")
        .endsWith("</testsuites>\n");
  }

  @Test
  void colours_on_a_terminal_only() {
    Run coloured = Run.on(images).onTerminals(true, true);
    coloured.command("check", "cart:1.4", "--profile", "shop");
    assertThat(coloured.out()).contains("\u001b[32m✔\u001b[0m");
    for (Map.Entry<String, String> plain : Map.of("NO_COLOR", "1", "TERM", "dumb").entrySet()) {
      Run quiet = Run.on(images).onTerminals(true, true).with(plain.getKey(), plain.getValue());
      quiet.command("check", "cart:1.4", "--profile", "shop");
      assertThat(quiet.out()).contains("✔ file").doesNotContain("\u001b");
    }
  }

  @Test
  void writes_a_whole_file(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("report.json");
    assertThat(
            run.command(
                "check", "cart:1.4", "--profile=shop", "--format=json", "-o", file.toString()))
        .isZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).isEqualTo("seatrial: 1 check: 1 passed; the report is in " + file + "\n");
    assertThat(Files.readString(file)).startsWith("{\n").endsWith("}\n");
    assertThat(names(folder)).containsExactly("report.json");
  }

  @Test
  void says_before_it_looks_that_a_file_cannot_be_written(@TempDir Path folder) throws IOException {
    String file = folder.resolve("no/such/report.xml").toString();
    assertThat(run.command("check", "cart:1.4", "--profile=shop", "--output", file)).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo("seatrial: --output " + file + " can't be written: there is no such folder\n");
    assertThat(run.command("check", "cart:1.4", "--output", folder.toString())).isEqualTo(2);
    assertThat(run.err()).endsWith(folder + " can't be written: it is a folder\n");
    assertThat(images.opened()).isEmpty();
    assertThat(names(folder)).isEmpty();
  }

  @Test
  void leaves_nothing_behind_when_it_ends_early(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("report.xml"), "old");
    assertThat(run.command("check", "malformed:", "--profile=shop", "--output", file.toString()))
        .isEqualTo(2);
    assertThat(names(folder)).containsExactly("report.xml");
    assertThat(file).hasContent("old");
  }

  @Test
  void writes_through_a_link_and_to_what_is_no_file(@TempDir Path folder) throws IOException {
    Path real = Files.writeString(folder.resolve("real.txt"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.txt"), Path.of("real.txt"));
    assertThat(run.command("check", "cart:1.4", "--profile=shop", "-o", link.toString())).isZero();
    assertThat(link).isSymbolicLink();
    assertThat(real).content().startsWith("image cart:1.4\n");
    assertThat(run.command("check", "cart:1.4", "--profile=shop", "-o", "/dev/null")).isZero();
  }

  @Test
  void gives_a_new_file_the_rights_that_any_program_would(@TempDir Path folder) throws IOException {
    Path usual = Files.createFile(folder.resolve("usual"));
    Path file = folder.resolve("report");
    run.command("check", "cart:1.4", "--profile=shop", "-o", file.toString());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo(PosixFilePermissions.toString(Files.getPosixFilePermissions(usual)));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}

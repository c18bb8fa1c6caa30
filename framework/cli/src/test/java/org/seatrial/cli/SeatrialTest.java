package org.seatrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seatrial.check.Answer;
import org.seatrial.check.file.FileStatus;
import org.seatrial.check.file.Links;
import org.seatrial.check.file.StatRequest;
import org.seatrial.cli.Surroundings.Terminals;

class SeatrialTest {

  private final FakeImages images =
      new FakeImages()
          .with(
              "cart:1.4",
              Map.of(
                  new StatRequest("/shop.conf", Links.FOLLOW),
                  Answer.known(FileStatus.regular("/shop.conf"))));

  private final Run run = Run.on(images);

  @ParameterizedTest
  @ValueSource(strings = {"version", "--version", "-V"})
  void shows_its_version(String argument) {
    assertThat(run.command(argument)).isZero();
    assertThat(run.out()).matches("seatrial [0-9]+\\.[0-9]+\\.[0-9]+\\S* \\(Java [0-9].*\\)\n");
  }

  @Test
  void shows_what_it_can_do_when_no_command_is_given() {
    assertThat(run.command()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith("seatrial: which command?\nUsage: seatrial [-hV] COMMAND\n")
        .contains("  check ", "  inspect ", "  cache ", "  version ", "  completion ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"check --help", "help check", "check -h"})
  void shows_help(String line) {
    assertThat(run.command(line.split(" "))).isZero();
    assertThat(run.out())
        .startsWith("Usage: seatrial check ")
        .contains("--profile=NAME", "--classpath=", "--platform=", "--format=", "--output=")
        .contains("Exit codes: 0 all that must hold holds")
        .doesNotContain("\u001b", "stacktrace");
  }

  @Test
  void shows_help_of_everything() {
    assertThat(run.command("help")).isZero();
    assertThat(run.out()).startsWith("Usage: seatrial [-hV] COMMAND\n");
  }

  @Test
  void suggests_what_was_meant() {
    assertThat(run.command("chek", "x")).isEqualTo(2);
    assertThat(run.command("check", "x", "--fromat", "json")).isEqualTo(2);
    assertThat(run.command("build")).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            """
            seatrial: there is no command chek; did you mean check?
            Try: seatrial --help
            seatrial: there is no option --fromat; did you mean --format?
            Try: seatrial check --help
            seatrial: there is no command build; there are: check, inspect, cache, clean, version, completion
            Try: seatrial --help
            """);
  }

  @Test
  void refuses_more_than_it_can_use() {
    assertThat(run.command("inspect", "x", "/a", "/b")).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            """
            seatrial: Unmatched argument at index 3: '/b'
            Try: seatrial inspect --help
            """);
  }

  @Test
  void escapes_what_was_typed() {
    assertThat(run.command("check", "--\u001b[2J", "x")).isEqualTo(2);
    assertThat(run.err()).contains("--\\u001b[2J").doesNotContain("\u001b");
  }

  @Test
  void says_that_nobody_reads_any_more() {
    StringBuilder err = new StringBuilder();
    Surroundings closed =
        new Surroundings(
            new OutputStream() {
              @Override
              public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
              }
            },
            new OutputStream() {
              @Override
              public void write(int b) {
                err.append((char) b);
              }
            },
            new Terminals(false, false),
            Map.of(),
            Clock.systemUTC());
    Seatrial seatrial = new Seatrial(closed, images, Path.of("/nonexistent"));
    assertThat(seatrial.run("check", "cart:1.4", "--profile", "shop")).isEqualTo(2);
    assertThat(seatrial.run("version")).isEqualTo(2);
    assertThat(err)
        .hasToString("seatrial: standard output can't be written: Broken pipe\n".repeat(2));
  }

  @Test
  void tells_a_mistake_of_its_own_from_one_of_the_user() {
    SubjectOpener broken =
        (subject, platform, progress) -> {
          throw new IllegalStateException("the index has no root");
        };
    Run unlucky = Run.on(broken);
    assertThat(unlucky.command("check", "x", "--profile", "shop")).isEqualTo(3);
    assertThat(unlucky.err())
        .isEqualTo(
            "seatrial: a mistake in seatrial or in a profile, please report it:"
                + " java.lang.IllegalStateException: the index has no root\n");
  }
}

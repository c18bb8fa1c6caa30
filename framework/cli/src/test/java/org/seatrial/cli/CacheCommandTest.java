package org.seatrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheCommandTest {

  @Test
  void shows_what_the_cache_holds(@TempDir Path folder) throws IOException {
    Path layers = Files.createDirectories(folder.resolve("layers/ab"));
    Files.writeString(layers.resolve("one"), "x".repeat(1_500));
    Files.writeString(layers.resolve("two"), "y".repeat(500));
    Run run = Run.on(new FakeImages()).withCache(folder);
    assertThat(run.command("cache", "info")).isZero();
    assertThat(run.out())
        .isEqualTo(
            """
            cache
              folder:  %s

            parts (3)
              files    size  holds
                  2  2.0 kB  indexes of layers
                  0     0 B  notes of what was verified, and small contents
                  0     0 B  archives of classes, for a faster start
            """
                .formatted(folder));
  }

  @Test
  void removes_its_own_and_nothing_else(@TempDir Path folder) throws IOException {
    Path precious = Files.writeString(folder.resolve("precious"), "mine");
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
    Path kept = Files.writeString(elsewhere.resolve("kept"), "mine too");
    Files.createDirectories(folder.resolve("layers/ab"));
    Files.writeString(folder.resolve("layers/ab/one"), "x");
    Files.createSymbolicLink(folder.resolve("layers/link"), elsewhere);
    Files.createSymbolicLink(folder.resolve("start"), elsewhere);
    Run run = Run.on(new FakeImages()).withCache(folder);
    assertThat(run.command("cache", "clear", "--format", "json")).isZero();
    assertThat(run.out()).contains("\"files\" : 0,\n      \"size\" : 0,");
    assertThat(folder.resolve("layers")).doesNotExist();
    assertThat(precious).exists();
    assertThat(kept).exists();
  }

  @Test
  void does_not_mind_that_there_is_no_cache(@TempDir Path folder) {
    Run run = Run.on(new FakeImages()).withCache(folder.resolve("missing"));
    assertThat(run.command("cache", "clear")).isZero();
    assertThat(run.command("cache", "info")).isZero();
  }

  @Test
  void knows_two_actions() {
    Run run = Run.on(new FakeImages());
    assertThat(run.command("cache", "clean")).isEqualTo(2);
    assertThat(run.command("cache")).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            """
            seatrial: cache clean: there is no such action; did you mean clear?
            seatrial: Missing required parameter: 'ACTION'
            Try: seatrial cache --help
            """);
  }
}

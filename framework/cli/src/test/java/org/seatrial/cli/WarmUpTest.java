package org.seatrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What warms up is what users do: it must succeed, and leave nothing. */
class WarmUpTest {

  @Test
  void checks_a_real_image(@TempDir Path folder) throws IOException {
    Path image = Files.write(folder.resolve("tiny.tar"), TinyImage.archive());
    Run run = Run.on(new ImageOpener(folder.resolve("cache")));
    assertThat(run.command("check", image.toString())).as(run.out() + run.err()).isZero();
    assertThat(run.out())
        .startsWith("image archive:" + image + "\n✔ ")
        .endsWith("5 checks: 5 passed\n\n");
    assertThat(run.command("inspect", image.toString(), "/etc/passwd")).isZero();
    assertThat(run.out()).contains("size:      30 B").contains("layer:     1 of 1");
  }

  @Test
  void leaves_nothing_behind() throws IOException {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    WarmUp.main();
    try (Stream<Path> files = Files.list(temporary)) {
      assertThat(files.filter(f -> f.getFileName().toString().startsWith("seatrial-start")))
          .isEmpty();
    }
  }
}

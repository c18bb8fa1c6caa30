package org.seatrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionCommandTest {

  @Test
  void writes_a_script_that_bash_understands(@TempDir Path folder) throws Exception {
    Run run = Run.on(new FakeImages());
    assertThat(run.command("completion")).isZero();
    Path script = Files.writeString(folder.resolve("completion"), run.out());
    assertThat(completed(script, "seatrial ")).contains("check", "inspect", "cache", "version");
    assertThat(completed(script, "seatrial check --")).contains("--profile", "--format");
    assertThat(completed(script, "seatrial check --format ")).contains("console", "json", "junit");
    assertThat(completed(script, "seatrial cache ")).contains("info", "clear");
  }

  /** Asks bash what it would offer at the end of a line. */
  private static String completed(Path script, String line)
      throws IOException, InterruptedException {
    String asked =
        """
        set -e
        source '%s'
        COMP_LINE='%s'
        IFS=' ' read -r -a COMP_WORDS <<<"$COMP_LINE"
        [[ $COMP_LINE != *' ' ]] || COMP_WORDS+=('')
        COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        _complete_seatrial || true
        echo "${COMPREPLY[*]}"
        """
            .formatted(script, line);
    Process bash = new ProcessBuilder("bash", "-c", asked).redirectErrorStream(true).start();
    String offered =
        new String(bash.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(bash.waitFor()).as(offered).isZero();
    return offered;
  }
}

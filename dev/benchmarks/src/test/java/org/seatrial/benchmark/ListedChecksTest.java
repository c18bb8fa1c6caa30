package org.seatrial.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatrial.check.Check;

class ListedChecksTest {

  @TempDir Path folder;

  @Test
  void a_line_is_a_check() throws Exception {
    assertThat(
            ListedChecks.read(list("file\t/etc/passwd\t0644\t0\t42\nsetuid\t/tree/**\t4755\n"))
                .stream()
                .map(Check::sentence))
        .containsExactly(
            "file /etc/passwd should exist, have mode 0644 and be owned by 0:42",
            "files /tree/** that are setuid should each have mode 4755");
  }

  @Test
  void what_is_no_check_is_refused() throws Exception {
    Path list = list("file\t/etc/passwd\t0644\n");
    assertThatThrownBy(() -> ListedChecks.read(list))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("line must be a check, but was \"file\t/etc/passwd\t0644\"");
  }

  @Test
  void a_list_of_nothing_is_refused() throws Exception {
    Path list = list("");
    assertThatThrownBy(() -> ListedChecks.read(list))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("list of checks must not be empty");
  }

  private Path list(String text) throws IOException {
    return Files.writeString(folder.resolve("checks"), text);
  }
}

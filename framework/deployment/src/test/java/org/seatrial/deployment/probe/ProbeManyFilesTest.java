package org.seatrial.deployment.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatrial.check.Answer;
import org.seatrial.check.Request;
import org.seatrial.check.file.FileStatus;
import org.seatrial.check.file.Links;
import org.seatrial.check.file.StatRequest;

/** More files than one {@code stat} tells of, some of which are not there. */
class ProbeManyFilesTest {

  private static final int FILES = 300;

  @TempDir Path folder;

  @Test
  void each_of_many_files_has_its_own_answer() throws Exception {
    assertThat(sizes(Map.of())).isEqualTo(made());
  }

  @Test
  void variables_of_the_place_change_nothing() throws Exception {
    Map<String, String> hostile = new HashMap<>(Map.of("q_kept", "@ b s1 a 1"));
    for (int i = 0; i < FILES; i++) {
      hostile.put("q_" + i, "/etc/passwd");
    }
    assertThat(sizes(hostile)).isEqualTo(made());
  }

  /** Every third file is missing; the others have as many bytes as their number says. */
  private Map<String, Integer> made() throws IOException {
    Map<String, Integer> sizes = new HashMap<>();
    for (int i = 0; i < FILES; i++) {
      Path file = folder.resolve("f" + i);
      if (i % 3 == 0) {
        sizes.put(file.toString(), -1);
      } else {
        Files.write(file, new byte[i]);
        sizes.put(file.toString(), i);
      }
    }
    return sizes;
  }

  /** Return what a probe tells of them, with these variables in the place; -1 is absent. */
  private Map<String, Integer> sizes(Map<String, String> environment) throws IOException {
    Set<Request<?>> requests = new HashSet<>();
    made().keySet().forEach(path -> requests.add(new StatRequest(path, Links.KEEP)));
    Probe probe = Probe.in(new LocalExec(List.of("sh"), environment));
    Map<String, Integer> sizes = new HashMap<>();
    probe
        .answer(requests)
        .answers()
        .forEach((request, answer) -> sizes.put(((StatRequest) request).path(), size(answer)));
    return sizes;
  }

  private static int size(Answer<?> answer) {
    if (answer instanceof Answer.Known<?> known) {
      return (int) ((FileStatus) known.value()).size();
    }
    assertThat(answer).isInstanceOf(Answer.Absent.class);
    return -1;
  }
}

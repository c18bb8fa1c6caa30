package org.seatrial.deployment.probe;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.seatrial.check.Answer;
import org.seatrial.check.Place;
import org.seatrial.check.Request;
import org.seatrial.deployment.contract.FilesContract;

/** The contract of files, by each shell that this machine has. */
class ProbeFilesTest {

  /** A place whose root is this machine's. */
  record LocalPlace(Probe probe) implements Place {
    @Override
    public String name() {
      return "this machine";
    }

    @Override
    public Map<Request<?>, Answer<?>> fetch(Set<Request<?>> requests) {
      return probe.answer(requests).answers();
    }
  }

  /** The folder is a folder of the place. */
  abstract static class Within extends FilesContract {

    private final List<String> shell;

    Within(String... shell) {
      this.shell = List.of(shell);
      assumeThat(shellOf(shell[0])).as("%s is installed", shell[0]).isTrue();
    }

    @Override
    protected Place placeOf(Path folder) {
      return new LocalPlace(probe(LocalExec.of(shell.toArray(String[]::new))));
    }

    Probe probe(Exec exec) {
      return Probe.in(exec);
    }

    @Override
    protected String inPlace(String below) {
      return tree + below;
    }
  }

  static boolean shellOf(String program) {
    return List.of("/bin/", "/usr/bin/").stream()
        .anyMatch(folder -> Files.isExecutable(Path.of(folder + program)));
  }

  @Nested
  class Sh extends Within {
    Sh() {
      super("sh");
    }
  }

  @Nested
  class Dash extends Within {
    Dash() {
      super("dash");
    }
  }

  @Nested
  class Bash extends Within {
    Bash() {
      super("bash", "--posix");
    }
  }

  /** The shell of busybox, and nothing but its own tools. */
  @Nested
  class Busybox extends Within {
    Busybox() {
      super("busybox", "sh");
    }

    @Override
    Probe probe(Exec exec) {
      return new Probe(exec, "", BusyboxFolder.create().toString());
    }
  }

  /** The folder is the root of the place, as it is beside a container. */
  @Nested
  class Beside extends Within {
    Beside() {
      super("sh");
    }

    @Override
    Probe probe(Exec exec) {
      return new Probe(exec, tree.toString(), "/usr/bin:/bin");
    }

    @Override
    protected String inPlace(String below) {
      return below.isEmpty() ? "/" : below;
    }
  }
}

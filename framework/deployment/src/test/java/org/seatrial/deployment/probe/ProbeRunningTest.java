package org.seatrial.deployment.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seatrial.check.Answer;
import org.seatrial.check.Answer.Known;
import org.seatrial.check.Request;
import org.seatrial.check.command.CommandRequest;
import org.seatrial.check.command.CommandResult;
import org.seatrial.check.file.Glob;
import org.seatrial.check.file.Links;
import org.seatrial.check.file.ReadRequest;
import org.seatrial.check.file.Selection;
import org.seatrial.check.file.Selections;
import org.seatrial.check.file.StatRequest;
import org.seatrial.check.file.WalkRequest;
import org.seatrial.check.process.MountsRequest;
import org.seatrial.check.process.ProcessesRequest;
import org.seatrial.check.process.RunningProcess;
import org.seatrial.check.process.SocketsRequest;

/** What only a place that runs can tell, seen on this machine by each of its shells. */
class ProbeRunningTest {

  @TempDir private Path folder;

  private static Probe probe(String shell) {
    assumeThat(ProbeFilesTest.shellOf(shell)).as("%s is installed", shell).isTrue();
    return shell.equals("busybox")
        ? new Probe(LocalExec.of("busybox", "sh"), "", BusyboxFolder.create().toString())
        : Probe.in(LocalExec.of(shell));
  }

  private static <A> A known(Probe probe, Request<A> request) {
    Answer<A> answer = probe.answer(Set.of(request)).get(request);
    assertThat(answer).isInstanceOf(Known.class);
    return ((Known<A>) answer).value();
  }

  private static CommandResult run(String shell, String line, Duration timeout) {
    return known(
        probe(shell),
        new CommandRequest(List.of("sh", "-c", line), Map.of("TOLD", "a b'"), timeout));
  }

  private static final Duration LONG = Duration.ofSeconds(30);

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash", "busybox"})
  void tells_all_processes_but_its_own(String shell) {
    List<RunningProcess> processes = known(probe(shell), new ProcessesRequest()).processes();
    long me = ProcessHandle.current().pid();
    RunningProcess java =
        processes.stream().filter(process -> process.pid() == me).findFirst().orElseThrow();
    assertThat(java.name()).isEqualTo("java");
    assertThat(java.arguments().get(0)).endsWith("java");
    assertThat(java.parent()).isEqualTo(ProcessHandle.current().parent().orElseThrow().pid());
    assertThat(java.environment().orElseThrow()).contains("PATH=" + System.getenv("PATH"));
    assertThat(processes).extracting(RunningProcess::pid).isSorted();
  }

  @Test
  void tells_no_process_of_its_own() {
    String sign = "SIGN=" + System.nanoTime();
    Exec signed = new LocalExec(List.of("sh"), Map.of("SIGN", sign.substring(5)));
    assertThat(known(Probe.in(signed), new ProcessesRequest()).processes())
        .isNotEmpty()
        .noneMatch(process -> process.environment().orElse(List.of()).contains(sign));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash", "busybox"})
  void tells_who_listens(String shell) throws IOException {
    try (ServerSocket four = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(known(probe(shell), new SocketsRequest()).listening())
          .filteredOn(socket -> socket.port() == four.getLocalPort())
          .singleElement()
          .satisfies(
              socket -> {
                assertThat(socket.address()).endsWith("127.0.0.1");
                assertThat(socket.process()).contains(ProcessHandle.current().pid());
              });
    }
  }

  @Test
  void tells_what_is_mounted() {
    assertThat(known(probe("dash"), new MountsRequest()).mounts())
        .anySatisfy(
            mount -> {
              assertThat(mount.path()).isEqualTo("/proc");
              assertThat(mount.type()).isEqualTo("proc");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash", "busybox"})
  void runs_a_command_as_the_place_would(String shell) {
    CommandResult result = run(shell, "printf '\\000\\377%s' \"$TOLD\"; echo no >&2; exit 7", LONG);
    assertThat(result.exitCode()).isEqualTo(OptionalInt.of(7));
    assertThat(result.stdout().bytes()).containsExactly(0, 0xff, 'a', ' ', 'b', '\'');
    assertThat(result.stderr().text()).isEqualTo("no\n");
    assertThat(result.cut()).isFalse();
    assertThat(known(probe(shell), CommandRequest.of("no-such-program")).exitCode())
        .isEqualTo(OptionalInt.of(127));
    assertThat(run(shell, "kill -KILL $$", LONG).exitCode()).isEqualTo(OptionalInt.of(137));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash", "busybox"})
  void leaves_the_environment_of_a_command_alone(String shell) {
    String seen = known(probe(shell), CommandRequest.of("env")).stdout().text();
    assertThat(seen.lines()).contains("PATH=" + System.getenv("PATH"));
    assertThat(seen.lines()).noneMatch(line -> line.startsWith("q_") || line.startsWith("QUOTING"));
    assertThat(seen.lines().filter(line -> line.startsWith("LC_ALL=")).toList())
        .isEqualTo(
            System.getenv("LC_ALL") == null
                ? List.of()
                : List.of("LC_ALL=" + System.getenv("LC_ALL")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash", "busybox"})
  void ends_a_command_and_all_that_it_started(String shell) {
    String sign = "8" + System.nanoTime() % 1_000_000;
    CommandResult late =
        run(
            shell,
            "trap '' TERM; (trap '' TERM; sleep "
                + sign
                + ") & setsid sleep "
                + sign
                + " & echo on; sleep "
                + sign,
            Duration.ofMillis(400));
    assertThat(late.exitCode()).isEmpty();
    assertThat(late.stdout().text()).isEqualTo("on\n");
    assertThat(late.took()).isBetween(Duration.ofMillis(300), Duration.ofSeconds(15));
    CommandResult inTime = run(shell, "sleep " + sign + " & echo done", LONG);
    assertThat(inTime.exitCode()).isEqualTo(OptionalInt.of(0));
    assertThat(inTime.stdout().text()).isEqualTo("done\n");
    assertThat(known(probe(shell), new ProcessesRequest()).processes())
        .filteredOn(process -> process.state() != 'Z' && process.arguments().contains(sign))
        .isEmpty();
  }

  @Test
  void keeps_only_the_first_part_of_a_flood() {
    CommandResult flood = run("dash", "yes | head -c 1000000000; echo end >&2", LONG);
    assertThat(flood.exitCode()).isEqualTo(OptionalInt.of(0));
    assertThat(flood.stdout().size()).isEqualTo(CommandRequest.OUTPUT_LIMIT);
    assertThat(flood.stderr().text()).isEqualTo("end\n");
    assertThat(flood.cut()).isTrue();
  }

  @Test
  void runs_no_command_beside_the_place() {
    Request<?> request = CommandRequest.of("true");
    ProbeAnswers answers = Probe.beside(LocalExec.of("sh"), 1).answer(Set.of(request));
    assertThat(answers.get(request))
        .isEqualTo(Answer.unknown("the probe can't tell CommandRequest"));
    assertThat(answers.unseen()).containsExactly(request);
  }

  @Test
  void reads_files_that_have_no_size() {
    String version = known(probe("dash"), ReadRequest.of("/proc/version")).text();
    assertThat(version.getBytes(StandardCharsets.UTF_8).length).isGreaterThan(20);
  }

  @Test
  void tells_what_is_denied_from_what_is_absent() throws IOException {
    assumeThat(System.getProperty("user.name")).isEqualTo("root");
    assumeThat(ProbeFilesTest.shellOf("setpriv")).isTrue();
    Path locked = Files.createDirectory(folder.resolve("locked"));
    Files.writeString(locked.resolve("file"), "");
    Path secret = Files.writeString(folder.resolve("secret"), "");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwx------"));
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
    StatRequest file = new StatRequest(locked + "/file", Links.FOLLOW);
    StatRequest lockedItself = new StatRequest(locked.toString(), Links.FOLLOW);
    StatRequest none = new StatRequest(folder + "/none", Links.FOLLOW);
    ReadRequest read = ReadRequest.of(secret.toString());
    WalkRequest walk = new WalkRequest(Glob.parse(folder + "/**"), new Selection.Everything());
    WalkRequest capable =
        new WalkRequest(Glob.parse("/usr/**"), Selections.areNot(Selections.withCapabilities()));
    ProbeAnswers answers =
        Probe.in(
                LocalExec.of(
                    "setpriv", "--reuid", "12345", "--regid", "12345", "--clear-groups", "sh"))
            .answer(Set.of(file, lockedItself, none, read, walk, capable));
    assertThat(answers.get(file)).isEqualTo(Answer.unknown("permission denied: " + locked));
    assertThat(answers.get(lockedItself)).isInstanceOf(Known.class);
    assertThat(answers.get(none)).isInstanceOf(Answer.Absent.class);
    assertThat(answers.get(read)).isEqualTo(Answer.unknown("permission denied: " + secret));
    assertThat(answers.get(walk))
        .isEqualTo(
            Answer.unknown("cannot see all files: \"find: '" + locked + "': Permission denied\""));
    assertThat(answers.get(capable))
        .isEqualTo(Answer.unknown("a shell can't see the capabilities of files"));
    assertThat(answers.unseen()).containsExactlyInAnyOrder(file, read, walk, capable);
  }

  @Test
  void walks_through_ten_thousand_files() throws IOException {
    for (int i = 0; i < 100; i++) {
      Path part = Files.createDirectory(folder.resolve("part" + i));
      for (int j = 0; j < 99; j++) {
        Files.createFile(part.resolve("file" + j));
      }
    }
    WalkRequest walk = new WalkRequest(Glob.parse(folder + "/**"), new Selection.Everything());
    assertThat(known(probe("dash"), walk)).hasSize(10_000);
  }
}

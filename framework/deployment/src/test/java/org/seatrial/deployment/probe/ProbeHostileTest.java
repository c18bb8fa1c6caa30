package org.seatrial.deployment.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seatrial.check.Answer;
import org.seatrial.check.Answer.Known;
import org.seatrial.check.Answer.Unknown;
import org.seatrial.check.Request;
import org.seatrial.check.command.CommandRequest;
import org.seatrial.check.file.DigestRequest;
import org.seatrial.check.file.Glob;
import org.seatrial.check.file.Links;
import org.seatrial.check.file.ReadAllRequest;
import org.seatrial.check.file.ReadRequest;
import org.seatrial.check.file.Selections;
import org.seatrial.check.file.StatRequest;
import org.seatrial.check.file.WalkRequest;
import org.seatrial.check.process.MountsRequest;

/** What a place can do to the probe: the answer is unknown then, and never wrong. */
class ProbeHostileTest {

  private static final StatRequest STAT = new StatRequest("/etc/passwd", Links.FOLLOW);

  @TempDir private Path folder;

  private static Answer<?> ask(Exec exec) {
    return Probe.in(exec).answer(Set.of(STAT)).get(STAT);
  }

  private static Answer<?> tampered(UnaryOperator<String> tampering) {
    return ask(ReplayedExec.of(LocalExec.of("sh"), tampering));
  }

  private Set<Request<?>> everything() throws IOException {
    Files.writeString(folder.resolve("a"), "content");
    Files.createSymbolicLink(folder.resolve("link"), Path.of("a"));
    return Set.of(
        new StatRequest(folder + "/link", Links.FOLLOW),
        new StatRequest(folder + "/link", Links.KEEP),
        new StatRequest(folder + "/none", Links.KEEP),
        ReadRequest.of(folder + "/a"),
        new DigestRequest(folder + "/a", DigestRequest.Algorithm.SHA256),
        new WalkRequest(Glob.parse(folder + "/*"), Selections.symlinks()),
        new ReadAllRequest(Glob.parse(folder + "/*")),
        CommandRequest.of("true"),
        new MountsRequest());
  }

  @Test
  void names_what_came_before_the_answer() {
    assertThat(tampered(output -> "Welcome\u001b[1m!\n" + output))
        .isInstanceOfSatisfying(
            Unknown.class,
            unknown ->
                assertThat(unknown.why())
                    .startsWith(
                        "cannot read what the probe answered: a block was expected, but"
                            + " \"Welcome\\u001b[1m!\\n@"));
  }

  @Test
  void keeps_no_answer_of_a_shell_that_says_more() {
    assertThat(tampered(output -> output.replace("2@", "4@"))).isInstanceOf(Unknown.class);
    assertThat(tampered(output -> "")).isInstanceOf(Unknown.class);
  }

  @Test
  void believes_no_block_that_came_in_part() throws IOException {
    Set<Request<?>> requests = everything();
    UnaryOperator<ReplayedExec> recorded = ReplayedExec.recorded(LocalExec.of("sh"), requests);
    Map<Request<?>, Answer<?>> whole = answers(recorded, requests, output -> output);
    assertThat(whole.values()).noneMatch(Unknown.class::isInstance);
    for (int part = 0; part < 200; part++) {
      int kept = part;
      Map<Request<?>, Answer<?>> cut =
          answers(recorded, requests, output -> output.substring(0, output.length() * kept / 200));
      cut.forEach(
          (request, answer) -> {
            if (!(answer instanceof Unknown) && !(request instanceof CommandRequest)) {
              assertThat(answer).isEqualTo(whole.get(request));
            }
          });
      assertThat(cut).hasSameSizeAs(whole);
    }
  }

  @Test
  void reads_or_refuses_whatever_comes() throws IOException {
    Set<Request<?>> requests = everything();
    UnaryOperator<ReplayedExec> recorded = ReplayedExec.recorded(LocalExec.of("sh"), requests);
    for (int seed = 0; seed < 3_000; seed++) {
      Random random = new Random(seed);
      assertThat(answers(recorded, requests, output -> mutated(output, random)))
          .hasSameSizeAs(requests);
    }
  }

  private static Map<Request<?>, Answer<?>> answers(
      UnaryOperator<ReplayedExec> recorded,
      Set<Request<?>> requests,
      UnaryOperator<String> tampering) {
    Exec exec = recorded.apply(ReplayedExec.of(LocalExec.of("sh"), tampering));
    return Probe.in(exec).answer(requests).answers();
  }

  private static String mutated(String output, Random random) {
    StringBuilder text = new StringBuilder(output);
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(text.length());
      int end = Math.min(text.length(), at + 1 + random.nextInt(40));
      switch (random.nextInt(5)) {
        case 0 -> text.setCharAt(at, (char) random.nextInt(256));
        case 1 -> text.delete(at, end);
        case 2 -> text.insert(at, text.substring(at, end));
        case 3 -> text.replace(at, at + 1, " -999999999999999999999\n");
        default -> text.setCharAt(at, (char) ('0' + random.nextInt(10)));
      }
      if (text.length() == 0) {
        return "";
      }
    }
    return text.toString();
  }

  @Test
  void ends_what_never_ends() {
    Exec endless =
        (arguments, stdin, patience) ->
            new Exec.Running() {
              @Override
              public Exec.Piece read() {
                return new Exec.Piece(false, ByteBuffer.allocate(1 << 20));
              }

              @Override
              public int exitCode() {
                return 0;
              }

              @Override
              public void close() {}
            };
    assertThat(ask(endless))
        .isEqualTo(Answer.unknown("the probe answered more than 67108864 bytes"));
  }

  @Test
  void waits_no_longer_than_its_patience() {
    Exec slow =
        (arguments, stdin, patience) ->
            new Exec.Running() {
              @Override
              public Exec.Piece read() throws IOException {
                throw new SocketTimeoutException();
              }

              @Override
              public int exitCode() {
                return 0;
              }

              @Override
              public void close() {}
            };
    assertThat(ask(slow)).isEqualTo(Answer.unknown("the probe did not end within 60 s"));
  }

  @Test
  void says_that_there_is_no_shell() {
    Exec without =
        (arguments, stdin, patience) ->
            new ReplayedExec.MadeUpRunning(
                new ArrayDeque<>(
                    List.of(new Exec.Piece(true, ByteBuffer.wrap(new byte[] {'n', 'o', '\n'})))),
                127);
    ProbeAnswers answers = Probe.in(without).answer(Set.of(STAT));
    assertThat(answers.get(STAT))
        .isEqualTo(Answer.unknown("there is no shell: sh could not be started, it said \"no\""));
    assertThat(answers.unseen()).containsExactly(STAT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "echo hello",
        "echo 81a4",
        "printf '#%s 81a4 0 0 0 0 /etc/passwd' x",
        "while :; do echo 81a4; done | head -c 70000000",
        "exit 1"
      })
  void finds_out_a_stat_that_says_something_else(String lie) throws IOException {
    tool("stat", "#!/bin/sh\n" + lie + "\n");
    assertThat(
            new Probe(LocalExec.of("sh"), "", folder + ":/usr/bin:/bin")
                .answer(Set.of(STAT))
                .get(STAT))
        .isInstanceOf(Unknown.class);
  }

  @Test
  void finds_out_a_find_that_tells_of_other_folders() throws IOException {
    String lie =
        """
        #!/bin/sh
        while [ "$1" != -exec ]; do shift; done
        exec /usr/bin/find /etc -maxdepth 1 "$@"
        """;
    tool("find", lie);
    WalkRequest walk = new WalkRequest(Glob.parse("/usr/*"), Selections.directories());
    assertThat(
            new Probe(LocalExec.of("sh"), "", folder + ":/usr/bin:/bin")
                .answer(Set.of(walk))
                .get(walk))
        .isInstanceOf(Unknown.class);
  }

  private void tool(String name, String script) throws IOException {
    Path tool = Files.writeString(folder.resolve(name), script);
    Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void is_not_disturbed_by_the_environment() throws IOException {
    Path startup = Files.writeString(folder.resolve("startup"), "echo disturbed; exit 3\n");
    for (String shell : List.of("sh", "bash")) {
      Exec exec =
          new LocalExec(
              List.of(shell),
              Map.of(
                  "ENV", startup.toString(),
                  "IFS", "/e",
                  "CDPATH", "/tmp",
                  "BASH_FUNC_printf%%", "() { echo forged; }",
                  "q_root", "/nowhere",
                  "LC_ALL", "C.UTF-8",
                  "QUOTING_STYLE", "c"));
      assertThat(ask(exec)).isInstanceOf(Known.class);
    }
  }

  @Test
  void believes_nothing_of_a_place_that_was_found_to_lie() {
    ProbeAnswers answers = Probe.in(LocalExec.of("sh")).answer(Set.of(STAT));
    assertThat(answers.get(STAT)).isInstanceOf(Known.class);
    assertThat(answers.distrusted("stat lies").get(STAT)).isEqualTo(Answer.unknown("stat lies"));
    assertThat(answers.distrusted("stat lies").unseen()).containsExactly(STAT);
  }
}

package org.seatrial.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.seatrial.check.InspectionException;
import org.seatrial.deployment.ContainerStatus;
import org.seatrial.deployment.Log;
import org.seatrial.deployment.probe.Exec;

/** Containers of a real engine, which the tests make and remove. */
@RequiresEngine
final class ContainersIT {

  private static final String[] SLEEP = {
    "sh", "-c", "trap 'exit 3' TERM; echo ready; sleep 600 & wait"
  };

  private final Engine engine = TestContainer.engine();
  private final Containers containers = Containers.of(engine);

  @Test
  void describes_lists_stops_and_removes_a_container() {
    NewContainer asked = NewContainer.of(TestContainer.BASE, SLEEP).as("1001:0");
    try (TestContainer made = TestContainer.started(engine, asked)) {
      ContainerDetails details = containers.inspect(made.id());
      assertThat(details.status().state()).isEqualTo(ContainerStatus.State.RUNNING);
      assertThat(details.user()).isEqualTo("1001:0");
      assertThat(details.status().image()).isEqualTo(TestContainer.BASE);
      assertThat(details.pid()).isPositive();
      assertThat(details.stopSignal()).isEqualTo("SIGTERM");
      assertThat(details.status().exitCode()).isEmpty();
      assertThat(details.status().started()).isPresent();
      assertThat(details.networks()).hasSize(1);
      assertThat(containers.labelled(details.labels()))
          .extracting(Containers.Listed::id)
          .containsExactly(made.id());
      // Before its trap is set, its first process ignores the signal.
      await().until(() -> containers.log(made.id(), 1).text().equals("ready"));
      containers.stop(made.id(), Duration.ofSeconds(10));
      assertThat(containers.waitFor(made.id(), TestContainer.PATIENCE)).isEqualTo(3);
      assertThat(containers.inspect(made.id()).status().exitCode()).hasValue(3);
      assertThat(containers.remove(made.id())).isTrue();
      assertThat(containers.find(made.id())).isEmpty();
      assertThat(containers.remove(made.id())).isFalse();
    }
  }

  @Test
  void reads_the_last_lines_of_both_outputs() {
    NewContainer talks =
        NewContainer.of(TestContainer.BASE, "sh", "-c", "echo a; echo b; sleep 0.2; echo c >&2");
    try (TestContainer made = TestContainer.started(engine, talks)) {
      assertThat(containers.waitFor(made.id(), TestContainer.PATIENCE)).isZero();
      assertThat(containers.log(made.id(), 2))
          .isEqualTo(
              new Log(
                  List.of(
                      new Log.Line(Log.Stream.STDOUT, "b"), new Log.Line(Log.Stream.STDERR, "c"))));
    }
  }

  @Test
  void runs_a_program_that_reads_its_input_to_the_end() throws IOException {
    try (TestContainer made = sleeping()) {
      byte[] much = new byte[3 << 20];
      ContainerExec exec = ContainerExec.in(engine, made.id());
      try (Exec.Running cat = exec.start(List.of("cat"), much, TestContainer.PATIENCE)) {
        assertThat(output(cat)).hasSize(much.length);
        assertThat(cat.exitCode()).isZero();
      }
      try (Exec.Running fails =
          exec.as("77:0")
              .start(List.of("sh", "-c", "id -u; exit 7"), new byte[0], TestContainer.PATIENCE)) {
        assertThat(new String(output(fails), StandardCharsets.UTF_8)).isEqualTo("77\n");
        assertThat(fails.exitCode()).isEqualTo(7);
      }
    }
  }

  @Test
  void says_that_a_program_can_not_be_started() throws IOException {
    try (TestContainer made = sleeping();
        Exec.Running missing =
            ContainerExec.in(engine, made.id())
                .start(List.of("/no/such"), new byte[0], TestContainer.PATIENCE)) {
      assertThat(new String(output(missing), StandardCharsets.UTF_8)).contains("no such file");
      assertThat(missing.exitCode()).isIn(126, 127);
    }
  }

  @Test
  void gives_up_on_a_program_that_does_not_end() throws IOException {
    try (TestContainer made = sleeping();
        Exec.Running endless =
            ContainerExec.in(engine, made.id())
                .start(List.of("sleep", "60"), new byte[0], Duration.ofMillis(700))) {
      assertThatThrownBy(endless::read)
          .isInstanceOf(SocketTimeoutException.class)
          .hasMessage("was not done after 700 ms");
    }
  }

  @Test
  void runs_nothing_where_nothing_runs() {
    try (TestContainer made = sleeping()) {
      containers.kill(made.id(), "SIGKILL");
      assertThat(containers.waitFor(made.id(), TestContainer.PATIENCE)).isEqualTo(137);
      ContainerExec exec = ContainerExec.in(engine, made.id());
      assertThatThrownBy(() -> exec.start(List.of("true"), new byte[0], TestContainer.PATIENCE))
          .isInstanceOf(InspectionException.class)
          .hasMessageContaining(
              "container " + made.id() + " is not running, so nothing can be run in it");
      containers.remove(made.id());
      assertThatThrownBy(() -> exec.start(List.of("true"), new byte[0], TestContainer.PATIENCE))
          .hasMessage(
              "the Docker engine at "
                  + engine.address()
                  + " has no container "
                  + made.id()
                  + "; perhaps it was removed");
    }
  }

  @Test
  void reads_and_writes_files() throws IOException {
    try (TestContainer made = sleeping()) {
      ContainerFiles files = ContainerFiles.of(engine, made.id());
      PathStat shadow = files.stat("/etc/shadow").orElseThrow();
      assertThat(shadow.permissions()).isEqualTo(0640);
      assertThat(shadow.type()).isEqualTo(PathStat.Type.FILE);
      assertThat(files.stat("/tmp").orElseThrow().permissions()).isEqualTo(01777);
      assertThat(files.stat("/usr/bin/passwd").orElseThrow().permissions()).isEqualTo(04755);
      assertThat(files.stat("/bin").orElseThrow().type()).isEqualTo(PathStat.Type.LINK);
      assertThat(files.stat("/no/such")).isEmpty();
      assertThat(files.archive("/no/such")).isEmpty();
      files.put("/tmp", TestTar.of("written", 700));
      try (InputStream tar = files.archive("/tmp").orElseThrow()) {
        assertThat(TestTar.names(tar.readAllBytes())).contains("tmp/written");
      }
    }
  }

  @Test
  void tells_what_happens() throws IOException {
    try (TestContainer made = sleeping()) {
      Map<String, String> labels = containers.inspect(made.id()).labels();
      try (EngineEvents events = EngineEvents.listen(engine, labels, TestContainer.PATIENCE)) {
        containers.kill(made.id(), "SIGKILL");
        EngineEvents.Event event = events.next().orElseThrow();
        assertThat(event.type()).isEqualTo("container");
        assertThat(event.action()).isEqualTo("kill");
        assertThat(event.id()).isEqualTo(made.id());
        assertThat(event.attributes()).containsEntry("signal", "9");
      }
    }
  }

  @Test
  void has_no_networks_or_volumes_of_nobody() {
    EngineObjects objects = EngineObjects.of(engine);
    assertThat(objects.networks(Map.of())).extracting("name").contains("bridge");
    assertThat(objects.networks(Map.of("seatrial-test", "nobody"))).isEmpty();
    assertThat(objects.volumes(Map.of("seatrial-test", "nobody"))).isEmpty();
    assertThat(objects.removeNetwork("seatrial-test-nobody")).isFalse();
    assertThat(objects.removeVolume("seatrial-test-nobody")).isFalse();
  }

  private TestContainer sleeping() {
    return TestContainer.started(engine, NewContainer.of(TestContainer.BASE, "sleep", "600"));
  }

  private static byte[] output(Exec.Running running) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (Exec.Piece piece = running.read(); !piece.isEnd(); piece = running.read()) {
      byte[] bytes = new byte[piece.bytes().remaining()];
      piece.bytes().get(bytes);
      all.writeBytes(bytes);
    }
    return all.toByteArray();
  }
}

package org.seatrial.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seatrial.check.Answer;
import org.seatrial.check.Request;
import org.seatrial.check.command.CommandRequest;
import org.seatrial.check.command.CommandResult;
import org.seatrial.check.file.CapabilitiesRequest;
import org.seatrial.check.file.FileContent;
import org.seatrial.check.file.FileStatus;
import org.seatrial.check.file.Links;
import org.seatrial.check.file.ReadRequest;
import org.seatrial.check.file.StatRequest;
import org.seatrial.check.process.ProcessTable;
import org.seatrial.check.process.ProcessesRequest;
import org.seatrial.deployment.ContainerRequest;
import org.seatrial.deployment.LogRequest;
import org.seatrial.deployment.StopRequest;
import org.seatrial.deployment.Stopped;
import org.seatrial.deployment.probe.Probe;
import org.seatrial.image.ImageRequest;

/** Real containers as places. */
@RequiresEngine
final class ContainerPlaceIT {

  private static final StatRequest SHADOW = new StatRequest("/etc/shadow", Links.FOLLOW);
  private static final ReadRequest HOSTNAME = ReadRequest.of("/etc/debian_version");

  private final Engine engine = TestContainer.engine();
  private final Containers containers = Containers.of(engine);

  @ParameterizedTest
  @ValueSource(strings = {"0:0", "1001:0", "1234567890:0"})
  void answers_files_processes_and_commands_in_one_exec(String user) throws IOException {
    try (TestContainer made = sleeping(user)) {
      Set<Request<?>> asked =
          Set.of(SHADOW, HOSTNAME, new ProcessesRequest(), CommandRequest.of("id", "-u"));
      Map<String, String> labels = containers.inspect(made.id()).labels();
      try (EngineEvents events = EngineEvents.listen(engine, labels, TestContainer.PATIENCE)) {
        Map<Request<?>, Answer<?>> answers = place(made).fetch(asked);
        assertThat(known(answers, SHADOW, FileStatus.class).mode()).hasToString("0640");
        assertThat(known(answers, HOSTNAME, FileContent.class).text()).startsWith("12.");
        assertThat(known(answers, new ProcessesRequest(), ProcessTable.class).toString())
            .contains("sleep");
        assertThat(
                known(answers, CommandRequest.of("id", "-u"), CommandResult.class)
                    .stdout()
                    .text()
                    .strip())
            .isEqualTo(user.substring(0, user.indexOf(':')));
        containers.kill(made.id(), "SIGKILL");
        assertThat(execs(events)).isEqualTo(1);
      }
    }
  }

  @Test
  void reads_the_files_of_a_container_that_does_not_run() {
    try (TestContainer made = sleeping("1001:0")) {
      containers.kill(made.id(), "SIGKILL");
      containers.waitFor(made.id(), TestContainer.PATIENCE);
      Map<Request<?>, Answer<?>> answers =
          place(made)
              .fetch(
                  Set.of(
                      SHADOW,
                      HOSTNAME,
                      new ProcessesRequest(),
                      new CapabilitiesRequest("/bin/sh")));
      assertThat(known(answers, SHADOW, FileStatus.class).mode()).hasToString("0640");
      assertThat(known(answers, HOSTNAME, FileContent.class).text()).startsWith("12.");
      assertThat(why(answers, new ProcessesRequest()))
          .isEqualTo("container " + made.id() + " is not running");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0:0", "1001:0"})
  void looks_beside_a_container_without_a_shell(String user) throws IOException {
    try (TestImage image = TestImage.scratch(engine);
        TestContainer made =
            TestContainer.started(
                engine, NewContainer.of(image.name(), "/busybox", "sleep", "600").as(user))) {
      Map<Request<?>, Answer<?>> answers =
          place(made)
              .fetch(
                  Set.of(
                      new StatRequest("/busybox", Links.FOLLOW),
                      new StatRequest("/no", Links.FOLLOW),
                      new ProcessesRequest()));
      assertThat(known(answers, new StatRequest("/busybox", Links.FOLLOW), FileStatus.class).mode())
          .hasToString("0755");
      assertThat(answers.get(new StatRequest("/no", Links.FOLLOW)))
          .isInstanceOf(Answer.Absent.class);
      assertThat(known(answers, new ProcessesRequest(), ProcessTable.class).toString())
          .contains("/busybox");
      assertThat(containers.labelled(BesideExec.LABELS)).isEmpty();
    }
  }

  @Test
  void believes_no_tool_that_lies_of_a_mode() {
    String lie =
        "printf '#!/bin/sh\\n/usr/bin/stat.real \"$@\" | sed s/81a0/81ed/g\\n' >/tmp/s;"
            + " mv /usr/bin/stat /usr/bin/stat.real; cp /tmp/s /usr/bin/stat;"
            + " chmod 755 /usr/bin/stat; echo ready; sleep 600";
    try (TestContainer made =
        TestContainer.started(engine, NewContainer.of(TestContainer.BASE, "sh", "-c", lie))) {
      await(made);
      Map<Request<?>, Answer<?>> answers = place(made).fetch(Set.of(SHADOW, HOSTNAME));
      assertThat(why(answers, HOSTNAME))
          .startsWith("the tools of the container can't be believed: they say of /etc/");
      assertThat(why(answers, SHADOW)).isEqualTo(why(answers, HOSTNAME));
    }
  }

  @Test
  void tells_status_log_and_how_it_stops_and_starts_it_again() {
    String[] ends = {"sh", "-c", "trap 'exit 3' TERM; echo ready; sleep 600 & wait"};
    try (TestContainer made =
        TestContainer.started(engine, NewContainer.of(TestContainer.BASE, ends))) {
      await(made);
      StopRequest stop = new StopRequest(Duration.ofSeconds(5));
      Map<Request<?>, Answer<?>> answers =
          place(made).fetch(Set.of(new ContainerRequest(), new LogRequest(10), stop));
      Stopped stopped = known(answers, stop, Stopped.class);
      assertThat(stopped.exitCode()).isEqualTo(3);
      assertThat(stopped.killed()).isFalse();
      assertThat(stopped.signal()).isEqualTo("SIGTERM");
      assertThat(containers.inspect(made.id()).isRunning()).isTrue();
    }
  }

  @Test
  void ends_what_it_started_when_its_time_is_over() throws Exception {
    try (TestContainer made = sleeping("1001:0")) {
      ContainerExec exec = ContainerExec.in(engine, made.id());
      var endless =
          exec.start(
              List.of("sh", "-c", "sleep 555 & sleep 556"), new byte[0], Duration.ofMillis(500));
      try (endless) {
        assertThatThrownBy(endless::read).hasMessage("was not done after 500 ms");
      }
      org.awaitility.Awaitility.await()
          .untilAsserted(
              () ->
                  assertThat(processes(made))
                      .contains("600")
                      .doesNotContain("555")
                      .doesNotContain("556"));
    }
  }

  @Test
  void looks_where_nothing_can_be_written() {
    NewContainer confined =
        NewContainer.of(TestContainer.BASE, "sleep", "600")
            .as("1234567890:0")
            .confined(new NewContainer.Confinement(Optional.empty(), true, true, List.of(), false));
    try (TestContainer made = TestContainer.started(engine, confined)) {
      Map<Request<?>, Answer<?>> answers =
          place(made).fetch(Set.of(SHADOW, HOSTNAME, new CapabilitiesRequest("/usr/bin/passwd")));
      assertThat(known(answers, SHADOW, FileStatus.class).mode()).hasToString("0640");
      assertThat(known(answers, HOSTNAME, FileContent.class).text()).startsWith("12.");
      assertThat(
              known(answers, new CapabilitiesRequest("/usr/bin/passwd"), Optional.class).isEmpty())
          .isTrue();
    }
  }

  @Test
  void knows_nothing_of_a_container_that_is_removed_during_the_look() throws Exception {
    try (TestContainer made = sleeping("1001:0")) {
      CommandRequest endless = CommandRequest.of("sleep", "300");
      Map<String, String> labels = containers.inspect(made.id()).labels();
      try (EngineEvents events = EngineEvents.listen(engine, labels, TestContainer.PATIENCE)) {
        CompletableFuture<Map<Request<?>, Answer<?>>> look =
            CompletableFuture.supplyAsync(() -> place(made).fetch(Set.of(endless)));
        while (!events.next().orElseThrow().action().startsWith("exec_start")) {
          assertThat(look).isNotDone();
        }
        containers.remove(made.id());
        assertThat(why(look.get(30, TimeUnit.SECONDS), endless)).isNotBlank();
      }
    }
  }

  @Test
  void leaves_to_the_image_what_only_an_image_has() {
    try (TestContainer made = sleeping("0:0")) {
      Map<Request<?>, Answer<?>> answers = place(made).fetch(Set.of(new ImageRequest()));
      assertThat(why(answers, new ImageRequest()))
          .isEqualTo("a container does not tell it: check its image, seatrial/base:bookworm");
    }
  }

  @Test
  void says_that_the_container_is_gone() {
    assertThatThrownBy(() -> ContainerPlace.of(engine, "seatrial-nobody").fetch(Set.of(SHADOW)))
        .hasMessage(
            "the Docker engine at "
                + engine.address()
                + " has no container seatrial-nobody; perhaps it was removed");
  }

  private String processes(TestContainer made) {
    ProcessesRequest asked = new ProcessesRequest();
    // The place leaves out what is run in it from outside, and that is what is looked for.
    Map<Request<?>, Answer<?>> answers =
        Probe.in(ContainerExec.in(engine, made.id())).answer(Set.of(asked)).answers();
    return known(answers, asked, ProcessTable.class).toString();
  }

  private void await(TestContainer made) {
    org.awaitility.Awaitility.await()
        .until(() -> containers.log(made.id(), 1).text().equals("ready"));
  }

  private ContainerPlace place(TestContainer made) {
    return ContainerPlace.of(engine, made.id());
  }

  private TestContainer sleeping(String user) {
    return TestContainer.started(
        engine, NewContainer.of(TestContainer.BASE, "sleep", "600").as(user));
  }

  /** Count the execs up to the end of the container. */
  private static int execs(EngineEvents events) {
    int count = 0;
    for (Optional<EngineEvents.Event> event = events.next();
        event.isPresent() && !event.get().action().equals("die");
        event = events.next()) {
      count += event.get().action().startsWith("exec_create") ? 1 : 0;
    }
    return count;
  }

  private static <A> A known(Map<Request<?>, Answer<?>> answers, Request<?> asked, Class<A> type) {
    assertThat(new HashSet<>(answers.keySet())).contains(asked);
    Answer<?> answer = answers.get(asked);
    if (answer instanceof Answer.Known<?> known) {
      return type.cast(known.value());
    }
    throw new AssertionError("not known: " + answer);
  }

  private static String why(Map<Request<?>, Answer<?>> answers, Request<?> asked) {
    Answer<?> answer = answers.get(asked);
    if (answer instanceof Answer.Unknown<?> unknown) {
      return unknown.why();
    }
    throw new AssertionError("not unknown: " + answer);
  }
}

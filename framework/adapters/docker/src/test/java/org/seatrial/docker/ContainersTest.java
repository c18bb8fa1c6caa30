package org.seatrial.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.seatrial.docker.FakeEngine.answers;
import static org.seatrial.docker.FakeEngine.sends;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatrial.check.InspectionException;
import org.seatrial.deployment.ContainerStatus;
import org.seatrial.deployment.Log;
import org.seatrial.deployment.probe.Exec;

final class ContainersTest {

  private static final String ID = "c".repeat(64);
  private static final String WEB = "/v1.45/containers/web";
  private static final String EXITED =
      """
      {"Id": "%s", "Name": "/web", "Image": "sha256:x", "RestartCount": 2,
       "State": {"Status": "exited", "ExitCode": 137, "OOMKilled": true, "Pid": 0,
         "StartedAt": "2026-11-25T01:31:07.74Z", "Health": {"Status": "unhealthy",
         "FailingStreak": 3, "Log": [{"Start": "2026-11-25T01:31:08Z", "ExitCode": -1,
         "Output": "late"}]}},
       "Config": {"Image": "shop:1", "User": "1001:0", "Env": ["A=b"], "Labels": {"a": "b"},
         "StopSignal": "QUIT", "StopTimeout": 7, "Tty": true},
       "HostConfig": {"Memory": 1048576, "CpuQuota": 50000, "PidsLimit": -1},
       "NetworkSettings": {"Ports": {"80/tcp": [{"HostIp": "127.0.0.1", "HostPort": "32770"}],
         "81/tcp": null}, "Networks": {"front": {"NetworkID": "n1", "IPAddress": "172.17.0.2"}}},
       "Mounts": [{"Type": "volume", "Name": "data", "Source": "/s", "Destination": "/d",
         "RW": true}]}
      """
          .formatted(ID);

  @TempDir private Path folder;
  private final CountDownLatch ended = new CountDownLatch(1);
  private FakeEngine fake;

  @BeforeEach
  void start() {
    fake = new FakeEngine(folder);
  }

  @AfterEach
  void stop() throws IOException {
    ended.countDown();
    fake.close();
  }

  private Containers containers() {
    return Containers.of(fake.connect());
  }

  @Test
  void reads_everything_that_an_engine_says_of_a_container() {
    fake.on(WEB + "/json", answers(200, EXITED));
    ContainerDetails web = containers().inspect("web");
    assertThat(web)
        .isEqualTo(
            new ContainerDetails(
                ID,
                exited(),
                Map.of("a", "b"),
                "sha256:x",
                "1001:0",
                0,
                true,
                "SIGQUIT",
                List.of(new ContainerDetails.PublishedPort(80, "tcp", "127.0.0.1", 32770)),
                List.of(new ContainerDetails.Attachment("front", "n1", "172.17.0.2")),
                List.of(new ContainerDetails.MountPoint("volume", "data", "/s", "/d", true)),
                true));
    assertThat(web.published(80)).map(ContainerDetails.PublishedPort::hostPort).hasValue(32770);
    assertThat(web.published(81)).isEmpty();
    assertThat(web.isRunning()).isFalse();
  }

  private static ContainerStatus exited() {
    ContainerStatus.Health health =
        new ContainerStatus.Health(
            ContainerStatus.Health.Status.UNHEALTHY,
            3,
            List.of(
                new ContainerStatus.Health.Run(Instant.parse("2026-11-25T01:31:08Z"), -1, "late")));
    return new ContainerStatus(
        "web",
        "shop:1",
        ContainerStatus.State.EXITED,
        OptionalInt.of(137),
        true,
        2,
        Optional.of(Instant.parse("2026-11-25T01:31:07.74Z")),
        Optional.of(health),
        List.of("A=b"),
        new ContainerStatus.Limits(
            OptionalLong.of(1 << 20),
            Optional.of(0.5),
            OptionalLong.empty(),
            Optional.of(Duration.ofSeconds(7))));
  }

  @Test
  void refuses_an_answer_that_is_no_container() {
    refuses("{\"Id\": \"x\"}", "sent an answer whose Id is no id: \"x\"");
    refuses("[]", "sent an answer whose whole is no object: something else");
    refuses(
        EXITED.replace("exited", "melted"),
        "sent an answer whose State.Status is no state of a container: \"melted\"");
    refuses(
        EXITED.replace("137", "1e9"),
        "sent an answer whose State.ExitCode is no whole number: \"1e9\"");
    refuses(
        EXITED.replace("32770", "99999"),
        "sent an answer whose NetworkSettings.Ports.80/tcp is no table of ports: something else");
    refuses("{\"Id\": ", "sent JSON that is cut short: ");
  }

  private void refuses(String answer, String reason) {
    fake.on(WEB + "/json", answers(200, answer));
    assertThatThrownBy(() -> containers().inspect("web"))
        .isInstanceOf(InspectionException.class)
        .hasMessageStartingWith(
            "the Docker engine at " + fake.address() + " did not describe container web: it ")
        .hasMessageContaining(reason);
  }

  @Test
  void says_that_a_container_is_not_there() {
    fake.on(WEB + "/start", answers(404, "{\"message\": \"No such container: web\"}"));
    String gone =
        "the Docker engine at " + fake.address() + " has no container web; perhaps it was removed";
    assertThat(containers().find("web")).isEmpty();
    assertThatThrownBy(() -> containers().inspect("web")).hasMessage(gone);
    assertThatThrownBy(() -> containers().start("web")).hasMessage(gone);
  }

  @Test
  void says_why_an_engine_will_not() {
    fake.on(WEB + "/kill?signal=SIGHUP", answers(409, "{\"message\": \"it is not running\"}"));
    assertThatThrownBy(() -> containers().kill("web", "SIGHUP"))
        .hasMessage(
            "the Docker engine at "
                + fake.address()
                + " did not kill container web: it answered 409: it is not running");
    assertThatThrownBy(() -> containers().start("../x"))
        .hasMessage(
            "cannot ask the Docker engine at "
                + fake.address()
                + " for \"../x\": it is not the name of a container");
  }

  @Test
  void asks_for_all_containers_with_labels() {
    String filter = "?all=1&filters=%7B%22label%22%3A%5B%22run%3D1%22%5D%7D";
    fake.on(
        "/v1.45/containers/json" + filter,
        answers(
            200,
            "[{\"Id\": \""
                + ID
                + "\", \"Names\": [\"/web\"], \"Image\": \"shop:1\", \"State\": \"created\","
                + " \"Labels\": {\"run\": \"1\"}}]"));
    assertThat(containers().labelled(Map.of("run", "1")))
        .containsExactly(
            new Containers.Listed(
                ID, "web", "shop:1", ContainerStatus.State.CREATED, Map.of("run", "1")));
  }

  @Test
  void tells_the_outputs_of_a_log_apart() {
    fake.on(WEB + "/json", answers(200, EXITED.replace("\"Tty\": true", "\"Tty\": false")))
        .on(
            WEB + "/logs?stdout=1&stderr=1&tail=3",
            answers(
                200, frame(1, "a\nb") + frame(2, "oh\r\nno") + frame(1, "c\n") + frame(1, "d")));
    assertThat(containers().log("web", 3).lines())
        .containsExactly(
            new Log.Line(Log.Stream.STDOUT, "bc"),
            new Log.Line(Log.Stream.STDOUT, "d"),
            new Log.Line(Log.Stream.STDERR, "no"));
  }

  @Test
  void refuses_an_output_that_is_not_in_frames() {
    fake.on("/v1.45/containers/web/exec", answers(201, "{\"Id\": \"" + ID + "\"}"));
    readingFails("plain words", "sent an output that is not in frames");
    readingFails("\1\0\0", "closed the connection in the middle of a frame's head");
    readingFails("\1\0\0\0\0\0\0\5abc", "closed the connection 2 bytes too early");
  }

  private void readingFails(String sent, String reason) {
    fake.on(
        "/v1.45/exec/" + ID + "/start",
        sends("HTTP/1.1 101 UPGRADED\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n" + sent));
    Exec exec = ContainerExec.in(fake.connect(), "web");
    assertThatThrownBy(
            () -> {
              try (Exec.Running running =
                  exec.start(List.of("sh"), new byte[0], TestContainer.PATIENCE)) {
                for (Exec.Piece piece = running.read(); !piece.isEnd(); piece = running.read()) {
                  assertThat(piece.error()).isFalse();
                }
              }
            })
        .isInstanceOf(IOException.class)
        .hasMessage(reason);
  }

  @Test
  void gives_up_on_an_exec_that_falls_silent() throws IOException {
    fake.on("/v1.45/containers/web/exec", answers(201, "{\"Id\": \"" + ID + "\"}"))
        .on("/v1.45/exec/" + ID + "/start", silent());
    Exec exec = ContainerExec.in(fake.connect(), "web");
    try (Exec.Running running = exec.start(List.of("sh"), new byte[0], Duration.ofMillis(300))) {
      assertThatThrownBy(running::read).hasMessage("was not done after 300 ms");
    }
  }

  /** The client ends its side at once, which must not end this one. */
  private FakeEngine.Script silent() {
    return channel -> {
      sends("HTTP/1.1 101 UPGRADED\r\n\r\n").play(channel);
      try {
        ended.await();
      } catch (InterruptedException e) {
        throw new InterruptedIOException("the test is over");
      }
    };
  }

  @Test
  void says_that_nothing_can_be_run_in_a_container_that_does_not_run() {
    fake.on(
        "/v1.45/containers/web/exec", answers(409, "{\"message\": \"container web is paused\"}"));
    Exec exec = ContainerExec.in(fake.connect(), "web");
    assertThatThrownBy(() -> exec.start(List.of("sh"), new byte[0], TestContainer.PATIENCE))
        .hasMessage(
            "container web is not running, so nothing can be run in it (the Docker engine at "
                + fake.address()
                + " answered: container web is paused)");
  }

  @Test
  void reads_a_status_from_a_header() {
    String stat =
        "{\"name\": \"x\", \"size\": 5, \"mode\": 8388973, \"mtime\":"
            + " \"2026-11-23T11:22:38Z\", \"linkTarget\": \"\"}";
    String header = Base64.getEncoder().encodeToString(stat.getBytes(StandardCharsets.UTF_8));
    fake.on(
        WEB + "/archive?path=/a%20%C3%B6%FF",
        sends(
            "HTTP/1.1 200 OK\r\nContent-Length: 9\r\nX-Docker-Container-Path-Stat: "
                + header
                + "\r\n\r\n"));
    ContainerFiles files = ContainerFiles.of(fake.connect(), "web");
    assertThat(files.stat("/a ö\uDCFF"))
        .contains(
            new PathStat(
                "x", 5, PathStat.Type.FILE, 04555, Instant.parse("2026-11-23T11:22:38Z"), ""));
    fake.on(
        WEB + "/archive?path=/b",
        sends("HTTP/1.1 200 OK\r\nX-Docker-Container-Path-Stat: ***\r\n\r\n"));
    assertThatThrownBy(() -> files.stat("/b")).hasMessageContaining("sent a status that is not in");
  }

  @Test
  void sends_what_a_new_container_is_like() {
    NewContainer probe =
        NewContainer.of("probe", "-s")
            .as("1:2")
            .confined(
                new NewContainer.Confinement(
                    Optional.of("web"), true, true, List.of("SYS_PTRACE"), true));
    assertThat(new String(probe.json(), StandardCharsets.UTF_8))
        .isEqualTo(
            """
            {"Image":"probe","Cmd":["-s"],"User":"1:2","Labels":{},"AttachStdin":true,\
            "OpenStdin":true,"StdinOnce":true,"AttachStdout":true,"AttachStderr":true,\
            "HostConfig":{"ReadonlyRootfs":true,"AutoRemove":true,"CapAdd":["SYS_PTRACE"],\
            "CapDrop":["ALL"],"SecurityOpt":["no-new-privileges"],"PidMode":"container:web",\
            "NetworkMode":"container:web"}}\
            """);
  }

  private static String frame(int output, String text) {
    return (char) output + "\0\0\0\0\0\0" + (char) text.length() + text;
  }
}

package org.seatrial.docker.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seatrial.deployment.ComposeScenario;
import org.seatrial.deployment.Deployment;
import org.seatrial.deployment.DeploymentException;
import org.seatrial.deployment.Log;
import org.seatrial.deployment.Service;
import org.seatrial.deployment.Variation;
import org.seatrial.deployment.Waiting;
import org.seatrial.docker.ContainerDetails;
import org.seatrial.docker.Containers;
import org.seatrial.docker.Engine;
import org.seatrial.docker.EngineAddress;
import org.seatrial.docker.EngineObjects;
import org.seatrial.docker.RequiresEngine;

/** Deploys real Compose files on the real engine, and looks at what is left. */
@RequiresEngine
class ComposePlatformIT {

  private static final String IMAGE =
      System.getenv().getOrDefault("SEATRIAL_BASE", "seatrial/base:bookworm");

  private static final String EVERY_KIND =
      """
      services:
        job:
          image: IMAGE
          command: ["sh", "-c", "echo prepared > /data/state"]
          volumes: ["data:/data"]
        web:
          image: IMAGE
          container_name: fixed-name
          init: true
          depends_on: {job: {condition: service_completed_successfully}}
          command: ["sh", "-c", "sleep 1; touch /tmp/ready; echo $$GREETING ${ADDRESSEE:-nobody}; exec sleep 600"]
          environment: {GREETING: "hello $$1"}
          healthcheck: {test: "test -e /tmp/ready", interval: 1s, start_period: 10s, start_interval: 200ms}
          volumes: ["data:/data", "/anonymous"]
          networks: [front, back]
        plain:
          image: IMAGE
          command: sleep 600
          init: true
          scale: 2
          networks: [back]
        extra:
          image: IMAGE
          command: sleep 600
          init: true
          profiles: [more]
      networks: {front: {name: seatrial-fixed-front}, back: {}}
      volumes: {data: {}}
      """;

  private final Engine engine =
      Engine.connect(EngineAddress.find(System.getenv(), Path.of(System.getProperty("user.home"))));
  private final ComposePlatform platform = ComposePlatform.standard();

  @TempDir Path folder;

  private ComposeScenario scenario(String yaml) throws IOException {
    Path file = folder.resolve("compose.yaml");
    Files.writeString(file, yaml.replace("IMAGE", IMAGE));
    return ComposeScenario.of(file).named("trial").within(Duration.ofSeconds(20));
  }

  private List<String> objects() {
    return labelled(Map.of(Labels.RUN, platform.runId()));
  }

  @AfterEach
  void nothing_is_left() {
    assertThat(objects()).isEmpty();
  }

  private void assertFails(ComposeScenario scenario, String... parts) {
    assertThatThrownBy(() -> platform.deploy(scenario, Variation.asDeclared()))
        .isInstanceOf(DeploymentException.class)
        .message()
        .contains(parts);
  }

  @Test
  void every_declared_service_is_ready_in_its_own_way() throws IOException {
    ComposeScenario scenario = scenario(EVERY_KIND).with("ADDRESSEE", "world").withProfile("more");
    try (Deployment deployment = platform.deploy(scenario, Variation.asDeclared());
        Deployment other = platform.deploy(scenario, Variation.asDeclared())) {
      assertThat(deployment.name()).isEqualTo("compose scenario trial");
      assertThat(deployment.services())
          .extracting(Service::name)
          .containsExactly("extra", "job", "plain", "web");
      assertThat(deployment.service("plain").replicas()).hasSize(2);
      assertThat(deployment.service("web").log(10).lines())
          .extracting(Log.Line::text)
          .containsExactly("hello $1 world");
      assertThat(other.service("web").replica().name())
          .isNotEqualTo(deployment.service("web").replica().name());
      deployment.service("plain").scale(3);
      assertThat(deployment.service("plain").replicas()).hasSize(3);
      assertThatThrownBy(() -> deployment.service("mail"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "compose scenario trial has no service mail; there are: extra, job, plain, web");
      assertThatThrownBy(() -> deployment.service("web").endpoint(80))
          .hasMessage(
              "port 80 of service web is not published (no port is); ask for it before deploying,"
                  + " with ComposeScenario.publishing or @Endpoint");
    }
  }

  @Test
  void a_service_that_ends_with_an_error_fails_at_once_with_its_log() throws IOException {
    ComposeScenario scenario =
        scenario(
            """
            services:
              web:
                image: IMAGE
                command: ["sh", "-c", "echo starting; echo no disk >&2; sleep 0.1; exit 3"]
              other: {image: IMAGE, command: sleep 600, init: true}
            """);
    assertFails(
        scenario,
        "compose scenario trial did not become ready: service web exited with 3",
        "\n  service web exited with 3\n    last log lines:\n",
        "\n      no disk");
  }

  @Test
  void a_service_that_gets_unhealthy_fails_with_its_last_health_output() throws IOException {
    ComposeScenario scenario =
        scenario(
            """
            services:
              web:
                image: IMAGE
                init: true
                command: sleep 600
                healthcheck: {test: "echo cannot connect; exit 1", interval: 200ms, retries: 2, start_period: 0s}
            """);
    assertFails(
        scenario,
        "service web is unhealthy",
        "\n    last health check: exit code 1:\n      cannot connect",
        "\n    its log is empty");
  }

  @Test
  void a_service_that_never_gets_healthy_fails_when_its_time_is_over() throws IOException {
    ComposeScenario scenario =
        scenario(
                """
                services:
                  web:
                    image: IMAGE
                    init: true
                    command: sleep 600
                    healthcheck: {test: "exit 1", interval: 1s, retries: 100, start_period: 1s}
                """)
            .within(Duration.ofSeconds(3));
    assertFails(
        scenario,
        "compose scenario trial did not become ready: after 3 s",
        "service web is running and not healthy yet");
  }

  @Test
  void a_service_that_crashes_again_and_again_fails() throws IOException {
    ComposeScenario scenario =
        scenario(
            """
            services:
              web: {image: IMAGE, restart: always, command: ["sh", "-c", "echo again; exit 1"]}
            """);
    assertFails(scenario, "service web crashes: ", "restarted ", "\n      again");
  }

  @Test
  void a_service_that_is_killed_says_by_what() throws IOException {
    ComposeScenario scenario =
        scenario(
            """
            services:
              web: {image: IMAGE, init: true, command: ["sh", "-c", "sleep 0.1; kill -9 $$$$"]}
            """);
    assertFails(scenario, "service web exited with 137 (SIGKILL)");
  }

  @Test
  void a_missing_image_is_named() throws IOException {
    ComposeScenario scenario =
        scenario("services: {web: {image: 'seatrial/nowhere:1', pull_policy: never}}");
    assertFails(scenario, "docker compose up failed", "seatrial/nowhere:1");
  }

  @Test
  void a_port_that_is_taken_in_the_files_disturbs_nobody() throws IOException {
    try (ServerSocket taken = new ServerSocket(0)) {
      ComposeScenario scenario =
          scenario(
              "services: {web: {image: IMAGE, init: true, command: sleep 600, ports: ['"
                  + taken.getLocalPort()
                  + ":8080']}}");
      try (Deployment deployment = platform.deploy(scenario, Variation.asDeclared())) {
        assertThat(deployment.service("web").endpoint(8080).host()).isEqualTo("127.0.0.1");
        assertThat(deployment.service("web").endpoint(8080).port())
            .isNotEqualTo(taken.getLocalPort());
      }
    }
  }

  @Test
  void a_file_that_is_no_compose_file_is_named_with_the_line() throws IOException {
    ComposeScenario scenario = scenario("services:\n  web:\n    image: [\n");
    assertFails(
        scenario,
        "compose scenario trial can't be read: docker compose says of " + folder,
        "compose.yaml:\n",
        "line 3");
  }

  @Test
  void a_required_variable_that_is_not_set_is_named() throws IOException {
    ComposeScenario scenario =
        scenario("services: {web: {image: '${NO_SUCH_NAME:?must be chosen}'}}");
    assertFails(scenario, "NO_SUCH_NAME", "must be chosen");
  }

  @Test
  void a_file_that_is_not_there_is_named() {
    assertThatThrownBy(
            () ->
                platform.deploy(
                    ComposeScenario.of(folder.resolve("none.yaml")), Variation.asDeclared()))
        .isInstanceOf(DeploymentException.class)
        .hasMessageContaining("needs " + folder.resolve("none.yaml") + ", which is not there");
  }

  @Test
  void data_survive_a_restart_and_not_a_removal() throws IOException {
    ComposeScenario scenario =
        scenario(
            """
            services:
              web:
                image: IMAGE
                init: true
                command: ["sh", "-c", "date +%s%N >> /data/starts; exec sleep 600"]
                stop_grace_period: 1s
                volumes: ["data:/data"]
            volumes: {data: {}}
            """);
    try (Deployment deployment = platform.deploy(scenario, Variation.restarted())) {
      assertThat(deployment.name()).isEqualTo("compose scenario trial, restarted");
      assertThat(
              deployment
                  .service("web")
                  .run(org.seatrial.check.command.CommandRequest.of("wc", "-l", "/data/starts"))
                  .stdout()
                  .text())
          .startsWith("2 ");
    }
  }

  @Test
  void a_restart_leaves_no_volume_without_a_name() throws IOException {
    ComposeScenario scenario =
        scenario(
            "services: {web: {image: IMAGE, init: true, command: sleep 600, volumes: ['/a'],"
                + " stop_grace_period: 1s}}");
    try (Deployment deployment = platform.deploy(scenario, Variation.asDeclared())) {
      String first = volume(deployment);
      deployment.restart();
      String second = volume(deployment);
      assertThat(EngineObjects.of(engine).volumes(Map.of()))
          .extracting(EngineObjects.Listed::id)
          .contains(second)
          .doesNotContain(first);
    }
  }

  private String volume(Deployment deployment) {
    return Containers.of(engine)
        .inspect(deployment.service("web").replica().name())
        .mounts()
        .get(0)
        .name();
  }

  @Test
  void variations_reach_the_container() throws IOException {
    ComposeScenario scenario =
        scenario("services: {web: {image: IMAGE, init: true, command: sleep 600, user: '1001'}}");
    try (Deployment deployment =
        platform.deploy(scenario, Variation.arbitraryUser(1_000_680_007L))) {
      ContainerDetails web =
          Containers.of(engine).inspect(deployment.service("web").replica().name());
      assertThat(web.user()).isEqualTo("1000680007:0");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"KILL", "INT", "TERM"})
  void what_a_run_made_that_is_ended_by_a_signal_is_removed_at_once(String signal)
      throws Exception {
    scenario(
        "services: {web: {image: IMAGE, init: true, command: sleep 600, volumes: ['data:/d',"
            + " '/a']}}\n"
            + "volumes: {data: {}}");
    Assumptions.assumeFalse(
        signal.equals("INT") && ignoresInterrupts(),
        "SIGINT is ignored here and by all that is started from here, as in a shell's background");
    Path output = folder.resolve("output");
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Deployer.class.getName(),
                folder.resolve("compose.yaml").toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    String run =
        Waiting.upTo(Duration.ofSeconds(40))
            .until(() -> line(output, "deployed "), found -> !found.isEmpty());
    assertThat(run).as(() -> line(output, "")).isNotEmpty();
    Map<String, String> label = Map.of(Labels.RUN, run);
    assertThat(Containers.of(engine).labelled(label)).hasSize(1);
    new ProcessBuilder("kill", "-" + signal, Long.toString(other.pid())).start().waitFor();
    boolean ended = other.waitFor(60, TimeUnit.SECONDS);
    other.destroyForcibly().waitFor();
    assertThat(ended).as("ended by SIG" + signal).isTrue();
    assertThat(Waiting.upTo(Duration.ofSeconds(20)).until(() -> labelled(label), List::isEmpty))
        .isEmpty();
  }

  private List<String> labelled(Map<String, String> label) {
    EngineObjects objects = EngineObjects.of(engine);
    return Stream.of(
            Containers.of(engine).labelled(label).stream().map(Containers.Listed::name),
            objects.networks(label).stream().map(EngineObjects.Listed::name),
            objects.volumes(label).stream().map(EngineObjects.Listed::name))
        .flatMap(names -> names)
        .toList();
  }

  /** Tell whether the second bit of the ignored signals is set (proc(5)). */
  private static boolean ignoresInterrupts() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
  }

  private static String line(Path output, String start) {
    try {
      return Files.readAllLines(output).stream()
          .filter(line -> line.startsWith(start))
          .findFirst()
          .map(line -> line.substring(start.length()))
          .orElse("");
    } catch (IOException e) {
      return "";
    }
  }

  /** A run of its own, which is killed. */
  static final class Deployer {
    private Deployer() {}

    public static void main(String[] arguments) throws Exception {
      ComposePlatform platform = ComposePlatform.standard();
      platform.deploy(ComposeScenario.of(Path.of(arguments[0])), Variation.asDeclared());
      java.lang.System.out.println("deployed " + platform.runId());
      new java.util.concurrent.CountDownLatch(1).await();
    }
  }
}

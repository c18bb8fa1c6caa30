package org.seatrial.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.seatrial.check.Conditions.exist;
import static org.seatrial.check.Conditions.not;
import static org.seatrial.check.file.ContentConditions.contain;
import static org.seatrial.check.file.FileConditions.haveMode;
import static org.seatrial.check.file.FileSubjects.file;
import static org.seatrial.deployment.ContainerConditions.beHealthy;
import static org.seatrial.deployment.ContainerSubjects.container;
import static org.seatrial.deployment.Waits.eventually;
import static org.seatrial.deployment.http.HttpConditions.acceptConnections;
import static org.seatrial.deployment.http.HttpConditions.respondWith;
import static org.seatrial.deployment.http.HttpSubjects.http;
import static org.seatrial.deployment.http.HttpSubjects.tcp;
import static org.seatrial.junit.Checks.checks;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatrial.deployment.Deployment;
import org.seatrial.deployment.Service;

/** Classes that run on real deployments; what they leave behind is looked for by their projects. */
@RequiresEngine
class DeployedIT {

  private static final String IMAGE =
      System.getenv().getOrDefault("SEATRIAL_BASE", "seatrial/base:bookworm");

  private static final String YAML =
      """
      services:
        web:
          image: %s
          init: true
          command:
            - perl
            - -e
            - |
              use IO::Socket::INET;
              my $$s = IO::Socket::INET->new(LocalPort => 8080, Listen => 5, ReuseAddr => 1) or die;
              while (my $$c = $$s->accept) { print $$c "HTTP/1.0 200 OK\\r\\n\\r\\nhello\\n"; close $$c }
          healthcheck: {test: "perl -MIO::Socket::INET -e 'exit !IO::Socket::INET->new(\\"127.0.0.1:8080\\")'", interval: 1s, start_interval: 100ms, start_period: 20s}
        idle: {image: %s, init: true, command: sleep 600, scale: 2}
      """
          .formatted(IMAGE, IMAGE);

  @TempDir Path folder;

  private Trial trial(Class<?> type) {
    return Trial.of(type)
        .with("compose", folder.resolve("compose.yaml").toString())
        .with("seatrial.uid", "1000680009");
  }

  @BeforeEach
  void write_the_scenario() throws IOException {
    Files.writeString(folder.resolve("compose.yaml"), YAML);
  }

  @ReleaseTest
  @Compose(value = "${compose}", name = "trial")
  @Variations({Variations.Kind.AS_DECLARED, Variations.Kind.ARBITRARY_USER})
  static class Used {

    @Verify(service = "web")
    Checks web_has_its_files() {
      return checks(
          file("/etc/passwd").should(exist(), haveMode("0644")),
          file("/etc/passwd").should(haveMode("0600")));
    }

    @Verify(service = "web", port = 8080)
    Checks answers() {
      return checks(
          http("/").should(respondWith(200), contain("hello")),
          container().should(eventually(beHealthy()).within(Duration.ofSeconds(10))));
    }

    @Verify(service = "idle")
    Checks every_replica_has_its_files() {
      return checks(file("/etc/passwd").should(exist()));
    }

    @Test
    void can_be_reached(
        @Endpoint(service = "web", port = 8080) URI site,
        @Endpoint(service = "web", port = 8080) InetSocketAddress address)
        throws IOException {
      assertThat(site.toString()).isEqualTo("http://127.0.0.1:" + address.getPort() + "/");
      try (Socket socket = new Socket(address.getHostString(), address.getPort())) {
        assertThat(
                new String(
                    socket.getInputStream().readAllBytes(),
                    java.nio.charset.StandardCharsets.UTF_8))
            .endsWith("hello\n");
      }
    }

    @Test
    void is_injected(Deployment deployment, @OfService("idle") Service idle) {
      assertThat(deployment.services()).extracting(Service::name).containsExactly("idle", "web");
      assertThat(idle.replicas()).hasSize(2);
    }
  }

  @ReleaseTest
  @Compose(value = "${compose}", name = "trial")
  static class Broken {
    @BeforeAll
    static void breaks() {
      org.junit.jupiter.api.Assertions.fail("broken before all");
    }

    @Test
    void is_never_run() {}
  }

  @ReleaseTest
  @Compose(value = "${compose}", name = "trial")
  static class Unsaid {
    @Verify
    Checks says_no_service() {
      return checks(file("/etc/passwd").should(exist()));
    }
  }

  @ReleaseTest
  @Compose(value = "${alone}", name = "trial")
  static class Alone {
    @Test
    void can_be_reached_without_a_name(@Endpoint(port = 8080) URI site) {
      assertThat(site.getHost()).isEqualTo("127.0.0.1");
      assertThat(site.getPort()).isPositive();
    }

    @Verify(port = 8081)
    Checks another_port_is_asked_without_a_name() {
      return checks(tcp(8081).should(not(acceptConnections())));
    }
  }

  private static List<String> lines(List<Trial.Node> nodes) {
    return nodes.stream().map(Trial.Node::toString).toList();
  }

  @Test
  void a_class_runs_on_each_deployment_and_every_check_is_a_node() {
    List<String> nodes = lines(trial(Used.class).tests());
    assertThat(nodes)
        .hasSize(16)
        .filteredOn(line -> line.contains("haveMode") || line.contains("0600"))
        .hasSize(2)
        .allMatch(
            line ->
                line.startsWith(
                    "file /etc/passwd should have mode 0600: FAILED: file /etc/passwd should have"
                        + " mode 0600   → FAILED (1 finding) in container "));
    assertThat(nodes).filteredOn(line -> line.endsWith(": SUCCESSFUL")).hasSize(14);
    assertThat(lines(trial(Used.class).containers()))
        .contains("trial: SUCCESSFUL", "trial, as arbitrary user 1000680009: SUCCESSFUL");
  }

  @Test
  void a_port_of_the_only_service_is_published_whoever_that_is() throws IOException {
    Path alone = folder.resolve("alone.yaml");
    Files.writeString(
        alone, "services: {idle: {image: '" + IMAGE + "', init: true, command: sleep 600}}");
    assertThat(lines(trial(Alone.class).with("alone", alone.toString()).tests()))
        .containsExactlyInAnyOrder(
            "can_be_reached_without_a_name(URI): SUCCESSFUL",
            "tcp port 8081 should not accept connections: SUCCESSFUL");
  }

  @Test
  void an_exception_before_all_leaves_nothing() {
    assertThat(lines(trial(Broken.class).troubles()))
        .containsExactly("DeployedIT$Broken: FAILED: broken before all");
  }

  @Test
  void a_method_that_does_not_say_which_of_several_services_fails() {
    assertThat(lines(trial(Unsaid.class).troubles()))
        .containsExactly(
            "says_no_service(): FAILED: compose scenario trial has several services: say which one"
                + " is meant, idle, web");
  }
}

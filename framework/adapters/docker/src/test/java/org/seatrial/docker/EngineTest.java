package org.seatrial.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.seatrial.docker.FakeEngine.answers;
import static org.seatrial.docker.FakeEngine.sends;
import static org.seatrial.docker.FakeEngine.sendsAndFallsSilent;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatrial.check.InspectionException;
import org.seatrial.check.UnavailableException;
import org.seatrial.image.oci.Digest;

final class EngineTest {

  private static final String ID = "sha256:" + "a".repeat(64);
  private static final String BASE = "sha256:" + "b".repeat(64);
  private static final String TOP = "sha256:" + "c".repeat(64);
  private static final String IMAGE =
      """
      {"Id": "%s", "RepoTags": ["shop:1", "shop:latest"], "RepoDigests": null,
       "Config": {"Labels": {"Id": "other", "RootFS.Layers": "other"}, "Size": 7},
       "Os": "linux", "Architecture": "arm64", "Variant": "v8", "Size": 4242,
       "RootFS": {"Type": "layers", "Layers": ["%s", "%s"]}, "Nested": [{"Id": [["x"]]}]}
      """
          .formatted(ID, BASE, TOP);
  private static final String INSPECT = "/v1.45/images/shop:1/json";

  @TempDir private Path folder;
  private FakeEngine fake;

  @BeforeEach
  void start() {
    fake = new FakeEngine(folder);
  }

  @AfterEach
  void stop() throws IOException {
    fake.close();
  }

  @Test
  void speaks_the_version_that_the_engine_offers() {
    fake.on("/_ping", sends("HTTP/1.1 200 OK\r\nApi-Version: 1.51\r\n\r\nOK"))
        .on("/v1.51/info", answers(200, "{\"ServerVersion\": \"28.2.2\"}"));
    Engine engine = fake.connect();
    assertThat(engine.apiVersion()).isEqualTo("1.51");
    assertThat(engine.info()).isEqualTo(new EngineInfo("28.2.2", "1.51", "", "", ""));
  }

  @Test
  void refuses_an_engine_without_a_sound_version() {
    fake.on("/_ping", sends("HTTP/1.1 200 OK\r\n\r\nOK"));
    assertThatThrownBy(fake::connect)
        .isInstanceOf(InspectionException.class)
        .hasMessage(
            "the Docker engine at "
                + fake.address()
                + " did not tell its API version: it sent no Api-Version;"
                + " check that it is a Docker engine, and its log");
    fake.on("/_ping", sends("HTTP/1.1 200 OK\r\nApi-Version: ../../x\r\n\r\nOK"));
    assertThatThrownBy(fake::connect)
        .hasMessageContaining("it sent an Api-Version that is no version: \"../../x\"");
  }

  @Test
  void describes_itself() {
    fake.on(
        "/v1.45/info",
        answers(
            200,
            """
            {"ServerVersion": "26.1.5", "OSType": "linux", "Architecture": "x86_64",
             "Driver": "overlay2", "Plugins": {"Driver": "no"}}
            """));
    assertThat(fake.connect().info())
        .isEqualTo(new EngineInfo("26.1.5", "1.45", "linux", "x86_64", "overlay2"));
  }

  @Test
  void describes_an_image() {
    fake.on(INSPECT, answers(200, IMAGE));
    assertThat(fake.connect().inspectImage("shop:1"))
        .contains(
            new EngineImage(
                Digest.parse(ID),
                List.of("shop:1", "shop:latest"),
                List.of(),
                "linux",
                "arm64",
                "v8",
                List.of(Digest.parse(BASE), Digest.parse(TOP)),
                4242));
  }

  @Test
  void has_no_image_that_it_does_not_know() {
    assertThat(fake.connect().inspectImage("shop:2")).isEmpty();
    assertThatThrownBy(() -> fake.connect().exportImage("shop:2"))
        .isInstanceOf(InspectionException.class)
        .hasMessage(
            "the Docker engine at "
                + fake.address()
                + " has no image shop:2; get it with: docker pull shop:2");
  }

  @Test
  void asks_only_for_names() {
    Engine engine = fake.connect();
    for (String name : new String[] {"", "../info", "a/../b", "a?b", "a b", "a%2e", "ä", "a\n"}) {
      assertThatThrownBy(() -> engine.inspectImage(name))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("name must be the name of an image: " + name);
    }
    assertThat(fake.requests()).hasSize(1);
  }

  @Test
  void repeats_what_the_engine_says_of_its_failure_made_printable_and_cut() {
    fake.on(
        INSPECT,
        answers(500, "{\"message\": \"broken\\u001b[31m layer\\n" + "x".repeat(9_000) + "\"}"));
    assertThatThrownBy(() -> fake.connect().inspectImage("shop:1"))
        .isInstanceOf(InspectionException.class)
        .hasMessageStartingWith(
            "the Docker engine at "
                + fake.address()
                + " did not describe image shop:1: it answered 500: broken\\u001b[31m layer\\nxxx")
        .hasMessageContaining("… (")
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(800));
  }

  @Test
  void repeats_a_failure_that_is_no_json() {
    fake.on(INSPECT, answers(502, "<h1>Bad Gateway</h1>"));
    assertThatThrownBy(() -> fake.connect().inspectImage("shop:1"))
        .hasMessageEndingWith("it answered 502: <h1>Bad Gateway</h1>");
    fake.on(INSPECT, answers(500, ""));
    assertThatThrownBy(() -> fake.connect().inspectImage("shop:1"))
        .hasMessageEndingWith("it answered 500");
    fake.on(INSPECT, sends("HTTP/1.1 500 Oh\r\nContent-Length: 100\r\n\r\n{\"mess"));
    assertThatThrownBy(() -> fake.connect().inspectImage("shop:1"))
        .hasMessageEndingWith(
            "it answered 500: (and the reason could not be read: it closed the connection 94 bytes"
                + " too early)");
  }

  @Test
  void says_whom_to_ask_when_the_engine_forbids() {
    fake.on(INSPECT, answers(403, "{\"message\":\"authorization denied by plugin x\"}"));
    assertThatThrownBy(() -> fake.connect().inspectImage("shop:1"))
        .hasMessageEndingWith(
            "it answered 403: authorization denied by plugin x;"
                + " ask whoever runs the engine for the permission");
  }

  @Test
  void says_that_the_engine_wants_tls() {
    fake.on("/_ping", answers(400, "Client sent an HTTP request to an HTTPS server.\n"));
    assertThatThrownBy(fake::connect)
        .hasMessageEndingWith("; it wants TLS: set DOCKER_TLS_VERIFY=1 and DOCKER_CERT_PATH");
  }

  @Test
  void says_that_something_else_listens() {
    fake.on("/_ping", sends("SSH-2.0-OpenSSH_9.2\u0007\r\n"));
    assertThatThrownBy(fake::connect)
        .hasMessage(
            "the Docker engine at "
                + fake.address()
                + " did not tell its API version: it sent something that is not HTTP/1.1:"
                + " \"SSH-2.0-OpenSSH_9.2\\u0007\"; check that it is a Docker engine, and its log");
  }

  @Test
  void says_that_the_engine_is_silent() {
    fake.on("/_ping", sendsAndFallsSilent(""));
    assertThatThrownBy(fake::connectImpatiently)
        .hasMessageContaining("did not tell its API version: it sent nothing for 200 ms");
    fake.on("/_ping", sendsAndFallsSilent("HTTP/1.1 200 OK\r\nApi-"));
    assertThatThrownBy(fake::connectImpatiently).hasMessageContaining("sent nothing for 200 ms");
  }

  @Test
  void gives_up_when_its_thread_is_interrupted() {
    Engine engine = fake.connect();
    fake.on(
        INSPECT,
        channel -> {
          throw new IOException("never reached");
        });
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> engine.inspectImage("shop:1"))
          .isInstanceOf(InspectionException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void refuses_descriptions_that_are_not_sound() {
    refuses("[]", "sent something that is no JSON object");
    refuses("", "sent something that is no JSON object");
    refuses("{\"Id\": ", "sent JSON that is cut short: ");
    refuses("{\"Id\": }", "sent broken JSON: ");
    refuses("{\"a\":".repeat(1_000), "sent JSON that is too large: ");
    refuses("{\"Size\": " + "9".repeat(1_000) + "}", "sent JSON that is too large: ");
    refuses("{\"Id\": \"" + "y".repeat(2 << 20) + "\"}", "sent JSON that is too large: ");
    refuses(
        "{\"RepoTags\": [" + "\"x\",".repeat(20_000) + "\"x\"]}",
        "sent JSON with more than 10000 values");
    refuses("{\"Size\": 1}", "sent a description whose Id is no digest: \"\"");
    refuses(
        "{\"Id\": \"sha256:../../x\", \"Size\": 1}",
        "sent a description whose Id is no digest: \"sha256:../../x\"");
    refuses(
        "{\"Id\": \"" + ID + "\", \"RootFS\": {\"Layers\": [\"x\"]}}",
        "sent a description whose RootFS.Layers is no digest: \"x\"");
    refuses(
        "{\"Id\": \"" + ID + "\", \"Size\": -1}",
        "sent a description whose Size is no number of bytes: \"-1\"");
  }

  private void refuses(String description, String reason) {
    fake.on(INSPECT, answers(200, description));
    assertThatThrownBy(() -> fake.connect().inspectImage("shop:1"))
        .isInstanceOf(InspectionException.class)
        .hasMessageStartingWith(
            "the Docker engine at "
                + fake.address()
                + " did not describe image shop:1: it "
                + reason);
  }

  @Test
  void says_that_there_is_no_socket() {
    EngineAddress nowhere =
        EngineAddress.parse("unix://" + folder.resolve("none.sock"), "DOCKER_HOST");
    assertThatThrownBy(() -> Engine.connect(nowhere))
        .isInstanceOf(UnavailableException.class)
        .hasMessage(
            "no Docker engine answers at unix://"
                + folder
                + "/none.sock (DOCKER_HOST): the socket does not exist;"
                + " start the engine or set DOCKER_HOST");
  }

  @Test
  void says_that_nothing_listens_on_the_socket() throws IOException {
    Path left = folder.resolve("left.sock");
    ServerSocketChannel.open(StandardProtocolFamily.UNIX)
        .bind(UnixDomainSocketAddress.of(left))
        .close();
    assertThatThrownBy(() -> Engine.connect(EngineAddress.parse("unix://" + left, "DOCKER_HOST")))
        .isInstanceOf(UnavailableException.class)
        .hasMessageStartingWith(
            "no Docker engine answers at unix://"
                + left
                + " (DOCKER_HOST): nothing listens on the socket (")
        .hasMessageEndingWith("); start the engine or set DOCKER_HOST");
  }
}

package org.seatrial.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatrial.check.InspectionException;

final class EngineSearchTest {

  /** SHA-256 of "remote", as {@code printf remote | sha256sum} gives it. */
  private static final String REMOTE =
      "b71199ebd070b36beab7317920c2c2f1d777df8d05e5527d8458fda57cb17a7a";

  @TempDir private Path root;
  private Path home;
  private Path systemSocket;

  @BeforeEach
  void prepare() throws IOException {
    home = Files.createDirectory(root.resolve("home"));
    systemSocket = root.resolve("docker.sock");
  }

  @Test
  void takes_docker_host_before_everything() throws IOException {
    Files.createFile(systemSocket);
    context("remote", "tcp://other:1", "");
    Map<String, String> environment =
        Map.of("DOCKER_HOST", " tcp://build.example ", "DOCKER_CONTEXT", "remote");
    assertThat(find(environment)).hasToString("tcp://build.example:2375 (DOCKER_HOST)");
  }

  @Test
  void encrypts_when_docker_host_is_to_be_verified() {
    EngineAddress usual = find(Map.of("DOCKER_HOST", "tcp://host", "DOCKER_TLS_VERIFY", "1"));
    assertThat(usual.url()).isEqualTo("tcp://host:2376");
    assertThat(usual.transport())
        .isEqualTo(
            new TlsTransport(new HostAndPort("host", 2376), new TlsFiles(home.resolve(".docker"))));

    EngineAddress elsewhere =
        find(
            Map.of("DOCKER_HOST", "tcp://host:1", "DOCKER_TLS", "1", "DOCKER_CERT_PATH", "/certs"));
    assertThat(elsewhere.transport())
        .isEqualTo(new TlsTransport(new HostAndPort("host", 1), new TlsFiles(Path.of("/certs"))));
  }

  @Test
  void takes_the_context_of_the_environment_before_the_current_one() throws IOException {
    context("remote", "tcp://remote.example:2375", "");
    context("current", "tcp://current.example:2375", "");
    configure(
        "{\"auths\": {\"x\": {\"currentContext\": \"no\"}}, \"currentContext\": \"current\"}");
    assertThat(find(Map.of("DOCKER_CONTEXT", "remote")))
        .hasToString("tcp://remote.example:2375 (context remote of DOCKER_CONTEXT)");
    assertThat(find(Map.of()))
        .hasToString(
            "tcp://current.example:2375 (context current of "
                + home.resolve(".docker/config.json")
                + ")");
  }

  @Test
  void keeps_contexts_where_docker_does() throws IOException {
    context("remote", "unix:///run/remote.sock", "");
    assertThat(home.resolve(".docker/contexts/meta/" + REMOTE + "/meta.json")).exists();
    Map<String, String> environment =
        Map.of("DOCKER_CONFIG", home + "/.docker", "DOCKER_CONTEXT", "remote");
    assertThat(new EngineSearch(environment, root, systemSocket).find().url())
        .isEqualTo("unix:///run/remote.sock");
  }

  @Test
  void encrypts_when_the_context_has_certificates() throws IOException {
    context("remote", "tcp://remote.example", "");
    Path tls = home.resolve(".docker/contexts/tls/" + REMOTE + "/docker");
    Files.createDirectories(tls);
    assertThat(find(Map.of("DOCKER_CONTEXT", "remote")).transport())
        .isEqualTo(new TlsTransport(new HostAndPort("remote.example", 2376), new TlsFiles(tls)));
  }

  @Test
  void refuses_a_context_that_trusts_anybody() throws IOException {
    context("remote", "tcp://remote.example", ", \"SkipTLSVerify\": true");
    refuses(
        Map.of("DOCKER_CONTEXT", "remote"),
        "the Docker context remote of DOCKER_CONTEXT trusts any host (SkipTLSVerify), which is not"
            + " supported; give it the certificate of its authority"
            + " (docker context update --docker ca=…)");
  }

  @Test
  void passes_over_the_default_context() throws IOException {
    Files.createFile(systemSocket);
    configure("{\"currentContext\": \"default\"}");
    assertThat(find(Map.of())).hasToString("unix://" + systemSocket + " (the usual socket)");
    configure("{\"currentContext\": \"missing\"}");
    assertThat(find(Map.of("DOCKER_CONTEXT", "default")).url()).isEqualTo("unix://" + systemSocket);
    configure("{\"auths\": {}}");
    assertThat(find(Map.of()).url()).isEqualTo("unix://" + systemSocket);
  }

  @Test
  void says_that_a_context_is_missing_or_broken() throws IOException {
    Path meta = home.resolve(".docker/contexts/meta/" + REMOTE + "/meta.json");
    Map<String, String> environment = Map.of("DOCKER_CONTEXT", "remote");
    refuses(
        environment,
        "the Docker context remote of DOCKER_CONTEXT does not exist;"
            + " \"docker context ls\" lists those that do");
    write(meta, "{\"Name\": \"remote\"}");
    refuses(environment, "the Docker context remote of DOCKER_CONTEXT names no host in " + meta);
    write(meta, "[]");
    refuses(
        environment,
        "cannot use the Docker configuration "
            + meta
            + ": it holds something that is no JSON object");
    context("remote", "ssh://host", "");
    assertThatThrownBy(() -> find(environment))
        .hasMessageStartingWith(
            "cannot use the address of a Docker engine \"ssh://host\""
                + " (context remote of DOCKER_CONTEXT): connections by ssh are not supported");
  }

  @Test
  void says_that_the_configuration_is_broken() throws IOException {
    configure("{\"currentContext\": ");
    assertThatThrownBy(() -> find(Map.of()))
        .isInstanceOf(InspectionException.class)
        .hasMessageStartingWith(
            "cannot use the Docker configuration "
                + home.resolve(".docker/config.json")
                + ": it holds JSON that is cut short: ");
  }

  @Test
  void looks_for_the_usual_sockets_in_order() throws IOException {
    Path runtime = Files.createDirectory(root.resolve("runtime"));
    Path desktop = home.resolve(".docker/run/docker.sock");
    Map<String, String> environment = Map.of("XDG_RUNTIME_DIR", runtime.toString());
    assertThat(find(environment))
        .hasToString(
            "unix://"
                + systemSocket
                + " (the usual socket; there is none at "
                + runtime
                + "/docker.sock or "
                + desktop
                + " either)");
    write(desktop, "");
    assertThat(find(environment))
        .hasToString("unix://" + desktop + " (the usual socket of an engine without root)");
    write(runtime.resolve("docker.sock"), "");
    assertThat(find(environment).url()).isEqualTo("unix://" + runtime + "/docker.sock");
    assertThat(find(Map.of()).url()).isEqualTo("unix://" + desktop);
    write(systemSocket, "");
    assertThat(find(environment).url()).isEqualTo("unix://" + systemSocket);
  }

  @Test
  void takes_empty_variables_for_missing() throws IOException {
    Files.createFile(systemSocket);
    Map<String, String> environment =
        Map.of("DOCKER_HOST", "", "DOCKER_CONTEXT", " ", "DOCKER_CONFIG", "");
    assertThat(find(environment).url()).isEqualTo("unix://" + systemSocket);
  }

  private EngineAddress find(Map<String, String> environment) {
    return new EngineSearch(environment, home, systemSocket).find();
  }

  private void refuses(Map<String, String> environment, String message) {
    assertThatThrownBy(() -> find(environment))
        .isInstanceOf(InspectionException.class)
        .hasMessage(message);
  }

  private void configure(String json) throws IOException {
    write(home.resolve(".docker/config.json"), json);
  }

  private void context(String name, String host, String more) throws IOException {
    String json =
        """
        {"Name": "%s", "Metadata": {"Host": "no"},
         "Endpoints": {"other": {"Host": "no"}, "docker": {"Host": "%s"%s}}}
        """
            .formatted(name, host, more);
    write(
        home.resolve(".docker/contexts/meta/" + DockerContexts.sha256(name) + "/meta.json"), json);
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}

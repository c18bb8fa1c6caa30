package org.seatrial.docker;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.seatrial.check.InspectionException;

/** Looks for an engine in the order in which the {@code docker} command does. */
final class EngineSearch {

  private static final String SYSTEM_SOCKET = "/var/run/docker.sock";

  private final Map<String, String> environment;
  private final Path home;
  private final Path systemSocket;

  EngineSearch(Map<String, String> environment, Path home) {
    this(environment, home, Path.of(SYSTEM_SOCKET));
  }

  EngineSearch(Map<String, String> environment, Path home, Path systemSocket) {
    this.environment = environment;
    this.home = home;
    this.systemSocket = systemSocket;
  }

  EngineAddress find() {
    String host = variable("DOCKER_HOST");
    if (!host.isEmpty()) {
      return EngineAddress.parse(host, "DOCKER_HOST", tls());
    }
    DockerContexts contexts = new DockerContexts(configuration());
    String chosen = variable("DOCKER_CONTEXT");
    Optional<EngineAddress> context =
        chosen.isEmpty()
            ? contexts.current()
            : contexts.named(chosen, "context " + chosen + " of DOCKER_CONTEXT");
    return context.orElseGet(this::socket);
  }

  private Path configuration() {
    String folder = variable("DOCKER_CONFIG");
    return folder.isEmpty() ? home.resolve(".docker") : path("DOCKER_CONFIG", folder);
  }

  private Optional<TlsFiles> tls() {
    // Without VERIFY the command encrypts and trusts anybody; here whoever is trusted is verified.
    if (variable("DOCKER_TLS_VERIFY").isEmpty() && variable("DOCKER_TLS").isEmpty()) {
      return Optional.empty();
    }
    String folder = variable("DOCKER_CERT_PATH");
    return Optional.of(
        new TlsFiles(folder.isEmpty() ? configuration() : path("DOCKER_CERT_PATH", folder)));
  }

  private EngineAddress socket() {
    List<Path> others = new ArrayList<>();
    String runtime = variable("XDG_RUNTIME_DIR");
    if (!runtime.isEmpty()) {
      others.add(path("XDG_RUNTIME_DIR", runtime).resolve("docker.sock"));
    }
    others.add(home.resolve(".docker/run/docker.sock"));
    if (Files.exists(systemSocket)) {
      return at(systemSocket, "the usual socket");
    }
    for (Path other : others) {
      if (Files.exists(other)) {
        return at(other, "the usual socket of an engine without root");
      }
    }
    String missing = others.stream().map(Path::toString).collect(Collectors.joining(" or "));
    return at(systemSocket, "the usual socket; there is none at " + missing + " either");
  }

  private static EngineAddress at(Path socket, String origin) {
    return new EngineAddress("unix://" + socket, origin, new UnixTransport(socket));
  }

  private String variable(String name) {
    return environment.getOrDefault(name, "").strip();
  }

  private static Path path(String variable, String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new InspectionException(variable + " is no path: \"" + text + '"', e);
    }
  }
}

package org.seatrial.docker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.seatrial.check.InspectionException;

/**
 * The contexts in the configuration of the {@code docker} command: named addresses, each in a
 * folder that is called by the SHA-256 of its name.
 */
record DockerContexts(Path folder) {

  private static final String HOST = "Endpoints.docker.Host";
  private static final String SKIP_VERIFY = "Endpoints.docker.SkipTLSVerify";

  /** Return the address of the current context; empty when that is the default one. */
  Optional<EngineAddress> current() {
    Path file = folder.resolve("config.json");
    Optional<JsonFields> configuration = read(file, Set.of("currentContext"));
    return configuration
        .map(fields -> fields.text("currentContext"))
        .filter(name -> !name.isEmpty())
        .flatMap(name -> named(name, "context " + name + " of " + file));
  }

  /** Return the address of the context with this name; empty when that is the default one. */
  Optional<EngineAddress> named(String name, String origin) {
    if (name.equals("default")) {
      return Optional.empty();
    }
    String hash = sha256(name);
    Path file = folder.resolve("contexts/meta").resolve(hash).resolve("meta.json");
    JsonFields context =
        read(file, Set.of(HOST, SKIP_VERIFY))
            .orElseThrow(
                () ->
                    new InspectionException(
                        "the Docker "
                            + origin
                            + " does not exist; \"docker context ls\" lists those that do"));
    String host = context.text(HOST);
    if (host.isEmpty()) {
      throw new InspectionException("the Docker " + origin + " names no host in " + file);
    }
    if (context.text(SKIP_VERIFY).equals("true")) {
      throw new InspectionException(
          "the Docker "
              + origin
              + " trusts any host (SkipTLSVerify), which is not supported; give it the"
              + " certificate of its authority (docker context update --docker ca=…)");
    }
    Path tls = folder.resolve("contexts/tls").resolve(hash).resolve("docker");
    Optional<TlsFiles> files =
        Files.isDirectory(tls) ? Optional.of(new TlsFiles(tls)) : Optional.empty();
    return Optional.of(EngineAddress.parse(host, origin, files));
  }

  private static Optional<JsonFields> read(Path file, Set<String> paths) {
    try (InputStream in = Files.newInputStream(file)) {
      return Optional.of(JsonFields.read(in, paths));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (UnsoundJson e) {
      throw new InspectionException(
          "cannot use the Docker configuration " + file + ": it holds " + e.getMessage(), e);
    } catch (IOException e) {
      throw new InspectionException(
          "cannot read the Docker configuration " + file + ": " + e.getMessage(), e);
    }
  }

  static String sha256(String name) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

package org.seatrial.docker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.seatrial.check.InspectionException;

/**
 * The image that is run beside a container without a shell. Which one: what {@code
 * SEATRIAL_PROBE_IMAGE} names; else the engine's own {@code seatrial/probe:1}; else that is made
 * there of this machine's static busybox; else the public busybox is pulled.
 */
final class ProbeImage {

  static final String VARIABLE = "SEATRIAL_PROBE_IMAGE";
  static final String OWN = "seatrial/probe";
  static final String TAG = "1";
  static final String PUBLIC = "busybox";
  static final String PUBLIC_TAG = "1.37";

  private static final List<Path> BUSYBOX =
      List.of(Path.of("/bin/busybox"), Path.of("/usr/bin/busybox"));
  private static final long LARGEST = 16L << 20;

  private final Engine engine;
  private final Optional<String> named;
  private final List<Path> busybox;

  ProbeImage(Engine engine, Optional<String> named, List<Path> busybox) {
    this.engine = engine;
    this.named = named;
    this.busybox = busybox;
  }

  static ProbeImage of(Engine engine, Map<String, String> environment) {
    String name = environment.getOrDefault(VARIABLE, "").strip();
    return new ProbeImage(engine, name.isEmpty() ? Optional.empty() : Optional.of(name), BUSYBOX);
  }

  static ProbeImage named(Engine engine, String name) {
    return new ProbeImage(engine, Optional.of(name), BUSYBOX);
  }

  /**
   * Return the name of an image that the engine has.
   *
   * @throws InspectionException when there is none, and none can be made or pulled
   */
  String name() {
    if (named.isPresent()) {
      if (engine.inspectImage(named.get()).isEmpty()) {
        throw EngineFailure.noSuchImage(engine.address(), named.get());
      }
      return named.get();
    }
    String own = OWN + ":" + TAG;
    if (engine.inspectImage(own).isPresent() || made()) {
      return own;
    }
    String known = PUBLIC + ":" + PUBLIC_TAG;
    if (engine.inspectImage(known).isPresent()) {
      return known;
    }
    pull(known);
    return known;
  }

  private boolean made() {
    Optional<byte[]> program = program();
    if (program.isEmpty()) {
      return false;
    }
    String target =
        Target.of(engine.versioned("/images/create"))
            .with("fromSrc", "-")
            .with("repo", OWN)
            .with("tag", TAG)
            .toString();
    return engine.ask(
        HttpRequest.tar("POST", target, BusyboxArchive.of(program.get())),
        "make image " + OWN + ":" + TAG,
        engine.timeouts().answer(),
        response -> {
          // What goes wrong on the way comes in the answer's lines, whatever its status.
          response.body().readNBytes(1 << 20);
          return response.status() == 200 ? Optional.of(true) : Optional.empty();
        });
  }

  /** Return the machine's busybox, if it has one that needs no library and the engine can run. */
  private Optional<byte[]> program() {
    String machine = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64";
    if (!engine.info().architecture().equals(machine)) {
      return Optional.empty();
    }
    for (Path path : busybox) {
      try {
        if (Files.isRegularFile(path) && Files.size(path) <= LARGEST) {
          byte[] bytes = Files.readAllBytes(path);
          if (BusyboxArchive.isStatic(bytes)) {
            return Optional.of(bytes);
          }
        }
      } catch (IOException e) {
        throw new InspectionException("cannot read " + path + ": " + e.getMessage(), e);
      }
    }
    return Optional.empty();
  }

  private void pull(String known) {
    String target =
        Target.of(engine.versioned("/images/create"))
            .with("fromImage", PUBLIC)
            .with("tag", PUBLIC_TAG)
            .toString();
    String said =
        engine.ask(
            HttpRequest.post(target),
            "pull image " + known,
            engine.timeouts().answer(),
            response -> {
              byte[] body = response.body().readNBytes(1 << 20);
              return Optional.of(
                  response.status() + " " + new String(body, StandardCharsets.UTF_8).strip());
            });
    if (engine.inspectImage(known).isEmpty()) {
      throw new InspectionException(
          "there is no image for the probe: "
              + known
              + " can't be pulled ("
              + said
              + "), and this machine has no static busybox; set "
              + VARIABLE
              + " to an image with sh, stat and find");
    }
  }
}

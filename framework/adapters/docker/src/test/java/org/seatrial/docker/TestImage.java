package org.seatrial.docker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/** An image of the real engine that a test makes, and removes when it is closed. */
final class TestImage implements AutoCloseable {

  private final Engine engine;
  private final String name;

  private TestImage(Engine engine, String name) {
    this.engine = engine;
    this.name = name;
  }

  /** Make an image of one static program, without a shell. */
  static TestImage scratch(Engine engine) throws IOException {
    String tag = UUID.randomUUID().toString();
    byte[] program = Files.readAllBytes(Path.of("/bin/busybox"));
    String target =
        Target.of(engine.versioned("/images/create"))
            .with("fromSrc", "-")
            .with("repo", "seatrial-test/scratch")
            .with("tag", tag)
            .toString();
    engine.ask(
        HttpRequest.tar("POST", target, TestTar.program("busybox", program)),
        "make an image",
        engine.timeouts().answer(),
        response -> Optional.of(response.body().readAllBytes().length));
    return new TestImage(engine, "seatrial-test/scratch:" + tag);
  }

  String name() {
    return name;
  }

  @Override
  public void close() {
    engine.ask(
        HttpRequest.delete(engine.versioned("/images/" + name)),
        "remove an image",
        engine.timeouts().answer(),
        response -> Optional.of(response.status()));
  }
}

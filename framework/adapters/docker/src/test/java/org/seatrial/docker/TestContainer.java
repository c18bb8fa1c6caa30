package org.seatrial.docker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.seatrial.check.InspectionException;

/** A container of the real engine that a test makes, and removes when it is closed. */
final class TestContainer implements AutoCloseable {

  static final String BASE = "seatrial/base:bookworm";
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Containers containers;
  private final String id;

  private TestContainer(Containers containers, String id) {
    this.containers = containers;
    this.id = id;
  }

  static Engine engine() {
    return Engine.connect(
        EngineAddress.find(System.getenv(), Path.of(System.getProperty("user.home"))));
  }

  /** Create and start it. */
  static TestContainer started(Engine engine, NewContainer container) {
    Containers containers = Containers.of(engine);
    Map<String, String> labels = Map.of("seatrial-test", UUID.randomUUID().toString());
    TestContainer made =
        new TestContainer(containers, containers.create(container.labelled(labels)));
    try {
      containers.start(made.id);
      return made;
    } catch (InspectionException e) {
      made.close();
      throw e;
    }
  }

  String id() {
    return id;
  }

  @Override
  public void close() {
    containers.remove(id);
  }
}

package org.seatrial.docker;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.seatrial.check.InspectionException;

/**
 * What happens on an engine from now on. Must be closed, which may be done by any thread and ends
 * the wait of the one that reads.
 */
public final class EngineEvents implements AutoCloseable {

  private static final int LIMIT = 1 << 20;

  private final HttpResponse response;
  private final EngineAddress address;

  private EngineEvents(HttpResponse response, EngineAddress address) {
    this.response = response;
    this.address = address;
  }

  /**
   * Something that happened.
   *
   * @param type of the object, such as {@code container}
   * @param action such as {@code start}, or {@code exec_create: sh -s}
   * @param id of the object
   * @param attributes such as {@code name}, {@code exitCode}, and the object's labels
   */
  public record Event(String type, String action, String id, Map<String, String> attributes) {
    public Event {
      attributes = Map.copyOf(attributes);
    }
  }

  /**
   * Begin to listen.
   *
   * @param labels which the objects have
   * @param idle how long nothing may happen before reading fails
   * @throws InspectionException when the engine does not answer, or refuses
   */
  public static EngineEvents listen(Engine engine, Map<String, String> labels, Duration idle) {
    return listen(engine, EngineObjects.filters(labels), idle);
  }

  /** Begin to listen to what happens to one container. */
  static EngineEvents of(Engine engine, String container, Duration idle) {
    return listen(engine, EngineObjects.filter("container", List.of(container)), idle);
  }

  private static EngineEvents listen(Engine engine, String filters, Duration idle) {
    String target = Target.of(engine.versioned("/events")).with("filters", filters).toString();
    String asked = "tell what happens";
    HttpResponse response = engine.send(HttpRequest.get(target), asked, idle);
    if (response.status() == 200) {
      return new EngineEvents(response, engine.address());
    }
    try (response) {
      throw EngineFailure.refused(engine.address(), asked, response);
    } catch (IOException e) {
      throw EngineFailure.broken(engine.address(), asked, e);
    }
  }

  /**
   * Wait for the next event; nothing when the engine says no more.
   *
   * @throws InspectionException when the connection breaks, or is closed
   */
  public Optional<Event> next() {
    try {
      Optional<byte[]> line = line();
      return line.isEmpty() ? Optional.empty() : Optional.of(event(line.get()));
    } catch (IOException e) {
      throw EngineFailure.broken(address, "tell what happens", e);
    }
  }

  /** Read a line that is not empty. */
  private Optional<byte[]> line() throws IOException {
    InputStream in = response.body();
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next >= 0; next = in.read()) {
      if (next != '\n') {
        line.write(next);
      } else if (line.size() > 0) {
        return Optional.of(line.toByteArray());
      }
      if (line.size() > LIMIT) {
        throw new ProtocolException("sent an event of more than " + Spoken.bytes(LIMIT));
      }
    }
    return line.size() > 0 ? Optional.of(line.toByteArray()) : Optional.empty();
  }

  private static Event event(byte[] line) throws IOException {
    Json json = Json.read(new ByteArrayInputStream(line));
    return new Event(
        json.get("Type").text(),
        json.get("Action").text(),
        json.get("Actor", "ID").text(),
        json.get("Actor", "Attributes").textByName());
  }

  void patience(Duration idle) throws IOException {
    response.connection().patience(idle);
  }

  @Override
  public void close() throws IOException {
    response.close();
  }
}

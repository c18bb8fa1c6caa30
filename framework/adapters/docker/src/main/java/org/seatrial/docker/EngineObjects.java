package org.seatrial.docker;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.seatrial.check.InspectionException;

/**
 * The networks and volumes of an engine. Every method throws an {@link InspectionException} when
 * the engine does not answer, or refuses. Safe for use by several threads.
 */
public final class EngineObjects {

  private final Engine engine;

  private EngineObjects(Engine engine) {
    this.engine = engine;
  }

  /** Return the networks and volumes of this engine. */
  public static EngineObjects of(Engine engine) {
    return new EngineObjects(engine);
  }

  /**
   * A network or a volume.
   *
   * @param id of a network; the name of a volume
   * @param name as people know it
   * @param labels by name
   */
  public record Listed(String id, String name, Map<String, String> labels) {
    public Listed {
      labels = Map.copyOf(labels);
    }
  }

  /** Return the networks with all these labels. */
  public List<Listed> networks(Map<String, String> labels) {
    return list("/networks", labels, "Id", "list its networks");
  }

  /** Return the volumes with all these labels. */
  public List<Listed> volumes(Map<String, String> labels) {
    return list("/volumes", labels, "Name", "list its volumes");
  }

  /**
   * Remove a network.
   *
   * @return whether it was there
   */
  public boolean removeNetwork(String id) {
    return remove("/networks/", id, "remove network " + id);
  }

  /**
   * Remove a volume with its content.
   *
   * @return whether it was there
   */
  public boolean removeVolume(String name) {
    return remove("/volumes/", name, "remove volume " + name);
  }

  private List<Listed> list(String path, Map<String, String> labels, String idField, String asked) {
    Target target = Target.of(engine.versioned(path)).with("filters", filters(labels));
    return engine.ask(
        HttpRequest.get(target.toString()),
        asked,
        engine.timeouts().answer(),
        response -> {
          if (response.status() != 200) {
            return Optional.empty();
          }
          Json json = Json.read(response.body());
          List<Listed> listed = new ArrayList<>();
          // Networks come as a list, volumes as a list in an object.
          List<Json> found =
              path.equals("/volumes") ? json.get("Volumes").elements() : json.elements();
          for (Json each : found) {
            listed.add(
                new Listed(
                    each.get(idField).text(),
                    each.get("Name").text(),
                    each.get("Labels").textByName()));
          }
          return Optional.of(listed);
        });
  }

  private boolean remove(String path, String name, String asked) {
    return engine.ask(
        HttpRequest.delete(engine.versioned(path + ImageName.requirePlain(name))),
        asked,
        engine.timeouts().answer(),
        response ->
            switch (response.status()) {
              case 204, 200 -> Optional.of(true);
              case 404 -> Optional.of(false);
              default -> Optional.empty();
            });
  }

  /** Return the filter for all these labels; an empty value asks for the label alone. */
  static String filters(Map<String, String> labels) {
    List<String> wanted = new ArrayList<>();
    labels.forEach((name, value) -> wanted.add(value.isEmpty() ? name : name + '=' + value));
    return wanted.isEmpty() ? "{}" : filter("label", wanted);
  }

  static String filter(String name, List<String> values) {
    return new String(JsonText.of(Map.of(name, values)), StandardCharsets.UTF_8);
  }
}

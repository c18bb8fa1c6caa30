package org.seatrial.docker.compose;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The Compose model as {@code docker compose config --format json} prints it: merged, interpolated,
 * with absolute paths. Changed in place on its way to what is deployed.
 */
final class ComposeModel {

  private final Map<String, @Nullable Object> root;

  private ComposeModel(Map<String, @Nullable Object> root) {
    this.root = root;
  }

  static ComposeModel read(String json) throws IOException {
    return new ComposeModel(JsonTree.read(json));
  }

  void write(OutputStream out) throws IOException {
    JsonTree.write(root, out);
  }

  /** Return the names of all services, sorted. */
  Set<String> services() {
    return new TreeSet<>(section("services").keySet());
  }

  /** Return what is declared of a service; may be changed. */
  Map<String, @Nullable Object> service(String name) {
    return object(section("services"), name);
  }

  /** Return the image of a service as it is named; empty where it is only built. */
  String image(String service) {
    return service(service).get("image") instanceof String image ? image : "";
  }

  /** Return how many containers of a service are to run. */
  int replicas(String service) {
    Map<String, @Nullable Object> declared = service(service);
    Object replicas = declared.get("scale");
    if (replicas == null && declared.get("deploy") instanceof Map<?, ?> deploy) {
      replicas = deploy.get("replicas");
    }
    return replicas instanceof BigDecimal number ? number.intValue() : 1;
  }

  /** Tell whether another service waits for this one to end. */
  boolean isOneShot(String service) {
    for (String other : services()) {
      if (service(other).get("depends_on") instanceof Map<?, ?> dependencies
          && dependencies.get(service) instanceof Map<?, ?> dependency
          && "service_completed_successfully".equals(dependency.get("condition"))) {
        return true;
      }
    }
    return false;
  }

  /** Tell whether the engine starts a service again that has ended. */
  boolean restarts(String service) {
    return service(service).get("restart") instanceof String policy && !policy.equals("no");
  }

  /** Return the services whose image is built here. */
  Set<String> builtServices() {
    Set<String> built = new TreeSet<>(services());
    built.removeIf(name -> !service(name).containsKey("build"));
    return built;
  }

  /**
   * Take away what keeps two deployments of the same files from running side by side: the names of
   * containers, networks and volumes. What is external stays. The profiles go too: only services
   * whose profile is enabled are here.
   */
  void withoutFixedNames(String project) {
    root.put("name", project);
    services()
        .forEach(name -> service(name).keySet().removeAll(Set.of("container_name", "profiles")));
    for (String section : List.of("networks", "volumes")) {
      for (String key : section(section).keySet()) {
        if (!isExternal(section, key)) {
          object(section(section), key).remove("name");
        }
      }
    }
  }

  /** Publish the ports of the files, and these, on free ports of the loopback interface. */
  void withPorts(String service, Set<Integer> more) {
    Map<Integer, String> ports = new LinkedHashMap<>();
    if (service(service).get("ports") instanceof List<?> declared) {
      for (Object each : declared) {
        if (each instanceof Map<?, ?> port && port.get("target") instanceof BigDecimal target) {
          ports.put(target.intValue(), String.valueOf(port.get("protocol")));
        }
      }
    }
    more.forEach(port -> ports.putIfAbsent(port, "tcp"));
    List<Object> published = new ArrayList<>();
    ports.forEach(
        (target, protocol) ->
            published.add(
                Map.of(
                    "target",
                    target,
                    "protocol",
                    "null".equals(protocol) ? "tcp" : protocol,
                    "host_ip",
                    "127.0.0.1")));
    if (!published.isEmpty()) {
      service(service).put("ports", published);
    }
  }

  /** Put labels on every container, network and volume that is made. */
  void withLabels(Map<String, String> labels) {
    services().forEach(name -> label(service(name), labels));
    for (String section : List.of("networks", "volumes")) {
      for (String key : section(section).keySet()) {
        if (!isExternal(section, key)) {
          label(object(section(section), key), labels);
        }
      }
    }
  }

  private static void label(Map<String, @Nullable Object> owner, Map<String, String> labels) {
    object(owner, "labels").putAll(labels);
  }

  private boolean isExternal(String section, String key) {
    return section(section).get(key) instanceof Map<?, ?> declared
        && Boolean.TRUE.equals(declared.get("external"));
  }

  private Map<String, @Nullable Object> section(String name) {
    return object(root, name);
  }

  /** Return the object that is the member of another; made where it is missing or null. */
  @SuppressWarnings("unchecked") // Every object of the tree is a map of this kind.
  static Map<String, @Nullable Object> object(Map<String, @Nullable Object> owner, String member) {
    Object found = owner.get(member);
    if (!(found instanceof Map)) {
      found = new LinkedHashMap<String, @Nullable Object>();
      owner.put(member, found);
    }
    return (Map<String, @Nullable Object>) requireNonNull(found);
  }
}

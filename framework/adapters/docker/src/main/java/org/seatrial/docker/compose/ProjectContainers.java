package org.seatrial.docker.compose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.seatrial.check.InspectionException;
import org.seatrial.deployment.Log;
import org.seatrial.docker.ContainerDetails;
import org.seatrial.docker.Containers;
import org.seatrial.docker.Engine;
import org.seatrial.docker.EngineObjects;

/**
 * What an engine has of a project, found by the labels that Compose gives it.
 *
 * @param engine where it is
 * @param project its name
 */
record ProjectContainers(Engine engine, String project) {

  private static final String PROJECT = "com.docker.compose.project";
  private static final String SERVICE = "com.docker.compose.service";
  private static final String NUMBER = "com.docker.compose.container-number";

  /** Return every container of the project as it is now. */
  List<Seen> seen() {
    return details(Map.of(PROJECT, project)).stream()
        .map(found -> new Seen(found.id(), service(found), found.status()))
        .toList();
  }

  /** Return the containers of a service, by their number. */
  List<ContainerDetails> of(String service) {
    return details(Map.of(PROJECT, project, SERVICE, service)).stream()
        .sorted(Comparator.comparing(ProjectContainers::number))
        .toList();
  }

  /** One that vanishes between the list and the look was never there. */
  private List<ContainerDetails> details(Map<String, String> labels) {
    Containers containers = Containers.of(engine);
    return containers.labelled(labels).stream()
        .flatMap(listed -> containers.find(listed.id()).stream())
        .toList();
  }

  private static String service(ContainerDetails container) {
    return container.labels().getOrDefault(SERVICE, "");
  }

  private static int number(ContainerDetails container) {
    String number = container.labels().getOrDefault(NUMBER, "0");
    return number.length() < 8 && number.chars().allMatch(c -> c >= '0' && c <= '9')
        ? Integer.parseInt(number)
        : 0;
  }

  /** Return the last log lines of a container; none where it can't be read any more. */
  Log log(String id, int lines) {
    try {
      return Containers.of(engine).log(id, lines);
    } catch (InspectionException e) {
      return new Log(List.of(new Log.Line(Log.Stream.STDERR, "(no log: " + e.getMessage() + ")")));
    }
  }

  /**
   * Return the volumes without a name of its containers: the engine makes up 64 digits for them.
   */
  Set<String> anonymousVolumes() {
    return details(Map.of(PROJECT, project)).stream()
        .flatMap(container -> container.mounts().stream())
        .filter(mount -> mount.type().equals("volume"))
        .map(ContainerDetails.MountPoint::name)
        .filter(ProjectContainers::isMadeUp)
        .collect(Collectors.toSet());
  }

  private static boolean isMadeUp(String name) {
    return name.length() == 64 && name.chars().allMatch(HexFormat::isHexDigit);
  }

  /** Remove volumes. */
  void removeVolumes(Set<String> names) {
    names.forEach(EngineObjects.of(engine)::removeVolume);
  }

  /** Remove what docker compose left; return what could not be removed, with the reason. */
  List<String> removeLeft() {
    Map<String, String> labels = Map.of(PROJECT, project);
    List<String> left = new ArrayList<>();
    Containers containers = Containers.of(engine);
    EngineObjects objects = EngineObjects.of(engine);
    containers
        .labelled(labels)
        .forEach(
            each -> attempt("container " + each.name(), () -> containers.remove(each.id()), left));
    objects
        .networks(labels)
        .forEach(
            each ->
                attempt("network " + each.name(), () -> objects.removeNetwork(each.id()), left));
    objects
        .volumes(labels)
        .forEach(
            each -> attempt("volume " + each.name(), () -> objects.removeVolume(each.id()), left));
    return left;
  }

  private static void attempt(String what, Runnable removal, List<String> left) {
    try {
      removal.run();
    } catch (InspectionException e) {
      left.add(what + " (" + e.getMessage() + ")");
    }
  }
}

package org.seatrial.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.EventType;

/**
 * A run of sample classes, apart from the settings of the build. Each {@code with…} method returns
 * a changed copy.
 */
record Trial(List<Class<?>> classes, Map<String, String> parameters) {

  /** How a node of the tree ended. */
  record Node(String name, String status, String message, Optional<Throwable> thrown) {

    @Override
    public String toString() {
      return name
          + ": "
          + status
          + (message.isEmpty() ? "" : ": " + message.lines().findFirst().orElse(""));
    }
  }

  static Trial of(Class<?>... classes) {
    return new Trial(List.of(classes), Map.of())
        .with("seatrial.junit.source", "line")
        .with("seatrial.require", "");
  }

  Trial with(String parameter, String value) {
    Map<String, String> more = new LinkedHashMap<>(parameters);
    more.put(parameter, value);
    return new Trial(classes, more);
  }

  /** Return the run with this archive as the image {@code ${sample}}. */
  Trial onArchive(Path archive) {
    return with("sample", "archive:" + archive);
  }

  EngineExecutionResults run() {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(
            classes.stream().map(type -> selectClass(type)).toArray(DiscoverySelector[]::new))
        .configurationParameters(parameters)
        .execute();
  }

  /** Run, and return how each test ended, in the order in which they did. */
  List<Node> tests() {
    return nodes(run().testEvents().stream());
  }

  /** Run, and return how each container ended, the engine itself left out. */
  List<Node> containers() {
    return nodes(run().containerEvents().stream()).stream()
        .filter(node -> !node.name().equals("JUnit Jupiter"))
        .toList();
  }

  /** Run, and return how everything ended that did not pass. */
  List<Node> troubles() {
    return nodes(run().allEvents().stream()).stream()
        .filter(node -> !node.status().equals("SUCCESSFUL"))
        .toList();
  }

  private static List<Node> nodes(Stream<Event> events) {
    return events
        .filter(e -> e.getType() == EventType.FINISHED || e.getType() == EventType.SKIPPED)
        .map(Trial::node)
        .toList();
  }

  private static Node node(Event event) {
    String name = event.getTestDescriptor().getDisplayName();
    Optional<TestExecutionResult> result = event.getPayload(TestExecutionResult.class);
    if (result.isEmpty()) {
      return new Node(name, "SKIPPED", event.getRequiredPayload(String.class), Optional.empty());
    }
    Optional<Throwable> thrown = result.get().getThrowable();
    return new Node(
        name,
        result.get().getStatus().name(),
        thrown.map(Throwable::getMessage).orElse(""),
        thrown);
  }
}

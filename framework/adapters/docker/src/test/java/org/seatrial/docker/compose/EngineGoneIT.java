package org.seatrial.docker.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.seatrial.check.Conditions.exist;
import static org.seatrial.check.Conditions.not;
import static org.seatrial.check.file.FileSubjects.file;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatrial.check.Inspection;
import org.seatrial.check.InspectionException;
import org.seatrial.check.Outcome;
import org.seatrial.check.Verdict;
import org.seatrial.deployment.ComposeScenario;
import org.seatrial.deployment.Deployment;
import org.seatrial.deployment.Variation;
import org.seatrial.docker.Containers;
import org.seatrial.docker.Engine;
import org.seatrial.docker.EngineAddress;
import org.seatrial.docker.RequiresEngine;

/** An engine that dies under a deployment, and comes back. */
@RequiresEngine
class EngineGoneIT {

  private static final String IMAGE =
      System.getenv().getOrDefault("SEATRIAL_BASE", "seatrial/base:bookworm");

  @TempDir Path folder;

  @Test
  void what_can_not_be_looked_at_any_more_is_undetermined_and_is_removed_later() throws Exception {
    Path home = Files.createDirectory(folder.resolve("home"));
    Path yaml = folder.resolve("compose.yaml");
    Files.writeString(
        yaml,
        "services: {web: {image: '"
            + IMAGE
            + "', init: true, command: sleep 600, network_mode: none}}");
    try (SecondEngine second =
        SecondEngine.start(Files.createDirectory(folder.resolve("engine")))) {
      second.load(IMAGE);
      ComposePlatform platform = ComposePlatform.of(second.environment(), home);
      ComposeScenario scenario =
          ComposeScenario.of(yaml).named("trial").within(Duration.ofSeconds(30));
      Deployment deployment = platform.deploy(scenario, Variation.asDeclared());
      assertThat(outcomes(deployment)).containsExactly(Outcome.PASSED, Outcome.FAILED);

      org.seatrial.check.Place place = deployment.service("web").place();
      second.kill();
      List<Verdict> verdicts =
          Inspection.of(place)
              .verdicts(
                  List.of(
                      file("/etc/passwd").should(exist()),
                      file("/etc/passwd").should(not(exist()))));
      assertThat(verdicts).extracting(Verdict::outcome).containsOnly(Outcome.UNDETERMINED);
      assertThat(verdicts.get(0).message()).contains("no Docker engine answers at unix://");
      assertThatThrownBy(() -> platform.deploy(scenario, Variation.asDeclared()))
          .isInstanceOf(InspectionException.class);

      second.restart();
      deployment.close();
      Engine engine = Engine.connect(EngineAddress.find(second.environment(), home));
      assertThat(Containers.of(engine).labelled(Map.of(Labels.RUN, platform.runId()))).isEmpty();
    }
  }

  private static List<Outcome> outcomes(Deployment deployment) {
    return Inspection.of(deployment.service("web").place())
        .verdicts(
            List.of(file("/etc/passwd").should(exist()), file("/etc/passwd").should(not(exist()))))
        .stream()
        .map(Verdict::outcome)
        .toList();
  }
}

package org.seatrial.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.seatrial.check.Conditions.exist;
import static org.seatrial.check.file.FileConditions.haveMode;
import static org.seatrial.check.file.FileSubjects.file;
import static org.seatrial.testcontainers.TestcontainersPlaces.placeOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatrial.check.Inspection;
import org.seatrial.check.Outcome;
import org.seatrial.check.Verdict;
import org.testcontainers.containers.ComposeContainer;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.ImagePullPolicy;
import org.testcontainers.utility.DockerImageName;

/** Containers that Testcontainers starts and stops on the real engine. */
class TestcontainersPlacesIT {

  private static final String IMAGE =
      System.getenv().getOrDefault("SEATRIAL_BASE", "seatrial/base:bookworm");
  private static final ImagePullPolicy NEVER = name -> false;

  @TempDir Path folder;

  @BeforeAll
  static void needs_an_engine() {
    RequiredEngine.check();
  }

  private static List<Outcome> outcomes(org.seatrial.check.Place place) {
    return Inspection.of(place)
        .verdicts(
            List.of(
                file("/tmp/ready").should(exist(), haveMode("0640")),
                file("/tmp/ready").should(haveMode("0600"))))
        .stream()
        .map(Verdict::outcome)
        .toList();
  }

  @Test
  void a_container_is_checked_in_one_line() {
    try (GenericContainer<?> container =
        new GenericContainer<>(DockerImageName.parse(IMAGE))
            .withImagePullPolicy(NEVER)
            .withCommand("sh", "-c", "umask 027; touch /tmp/ready; echo ready; exec sleep 600")
            .waitingFor(Wait.forLogMessage("ready\\n", 1))) {
      container.start();
      assertThat(outcomes(placeOf(container))).containsExactly(Outcome.PASSED, Outcome.FAILED);
    }
  }

  @Test
  void a_service_of_compose_is_checked_in_one_line() throws IOException {
    Path file = folder.resolve("compose.yaml");
    Files.writeString(
        file,
        """
        services:
          web:
            image: %s
            init: true
            command: ["sh", "-c", "umask 027; touch /tmp/ready; exec sleep 600"]
            healthcheck: {test: "test -e /tmp/ready", interval: 1s, start_interval: 100ms, start_period: 10s}
        """
            .formatted(IMAGE));
    try (ComposeContainer compose =
        new ComposeContainer(file.toFile())
            .withPull(false)
            .waitingFor("web", Wait.forHealthcheck())) {
      compose.start();
      assertThat(outcomes(placeOf(compose, "web"))).containsExactly(Outcome.PASSED, Outcome.FAILED);
      assertThatThrownBy(() -> placeOf(compose, "mail"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("there is no container of service mail");
    }
  }

  @Test
  void a_container_that_was_not_started_is_refused() {
    try (GenericContainer<?> container = new GenericContainer<>(DockerImageName.parse(IMAGE))) {
      assertThatThrownBy(() -> placeOf(container))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("container must have been started");
    }
  }
}

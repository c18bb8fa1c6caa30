package org.seatrial.scenarios.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.seatrial.check.Conditions.not;
import static org.seatrial.check.file.ContentConditions.contain;
import static org.seatrial.deployment.ContainerSubjects.log;
import static org.seatrial.deployment.Waits.eventually;
import static org.seatrial.junit.Checks.checks;

import com.rabbitmq.client.AuthenticationFailureException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.seatrial.check.Inspection;
import org.seatrial.deployment.Deployment;
import org.seatrial.deployment.Service;
import org.seatrial.image.ImagePlace;
import org.seatrial.junit.Checks;
import org.seatrial.junit.Compose;
import org.seatrial.junit.Endpoint;
import org.seatrial.junit.Image;
import org.seatrial.junit.OfService;
import org.seatrial.junit.ReleaseTest;
import org.seatrial.junit.Variations;
import org.seatrial.junit.Variations.Kind;
import org.seatrial.junit.Verify;

/** One node of RabbitMQ. */
@ReleaseTest
@Image("docker:seatrial/rabbitmq:3.10")
@Compose("rabbitmq/compose.yaml")
@Variations(
    value = {Kind.ARBITRARY_USER, Kind.READ_ONLY_ROOT},
    tmpfs = "/tmp")
class RabbitmqReleaseIT {

  private static final String USER = "admin";
  private static final String PASSWORD = "harbour-rabbit";

  @Verify(service = "rabbitmq")
  Checks the_node_runs_as_it_must(Deployment deployment) {
    return checks(new RabbitmqChecks(deployment.variation()).all())
        .and(checks(RabbitmqChecks.stops()));
  }

  @Verify(service = "rabbitmq", port = 15672)
  Checks the_management_answers() {
    return checks(RabbitmqChecks.fromOutside());
  }

  @Verify(service = "rabbitmq")
  Checks the_node_listens_where_its_image_says(ImagePlace image) {
    return checks(DeclaredPorts.of(image));
  }

  @Test
  void what_is_published_about_a_topic_is_consumed(
      @Endpoint(service = "rabbitmq", port = 5672) InetSocketAddress address)
      throws IOException, TimeoutException, InterruptedException {
    Broker broker = new Broker(address, USER, PASSWORD);
    broker.declareQueue("pilots", "harbour", "ship.arrived.#");
    broker.publish("harbour", "ship.left.quay-1", "Endeavour");
    broker.publish("harbour", "ship.arrived.quay-2", "Beagle");

    assertThat(broker.consume("pilots", Duration.ofSeconds(20))).hasValue("Beagle");
  }

  @Test
  void the_management_knows_the_administrator(
      @Endpoint(service = "rabbitmq", port = 15672) URI site)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = new Management(site, USER, PASSWORD).get("/api/whoami");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"name\":\"admin\"", "\"tags\":[\"administrator\"]");
  }

  @Test
  void a_wrong_password_is_refused(
      @Endpoint(service = "rabbitmq", port = 5672) InetSocketAddress address,
      @Endpoint(service = "rabbitmq", port = 15672) URI site)
      throws IOException, InterruptedException {
    assertThat(new Management(site, USER, "guessed").get("/api/whoami").statusCode())
        .isEqualTo(401);
    assertThatThrownBy(() -> new Broker(address, USER, "guessed").connect())
        .isInstanceOf(AuthenticationFailureException.class);
  }

  @Test
  void the_account_of_every_manual_is_refused(
      @Endpoint(service = "rabbitmq", port = 15672) URI site)
      throws IOException, InterruptedException {
    assertThat(new Management(site, "guest", "guest").get("/api/whoami").statusCode())
        .isEqualTo(401);
  }

  @Test
  void a_refusal_is_logged_without_the_password(
      @OfService("rabbitmq") Service rabbitmq,
      @Endpoint(service = "rabbitmq", port = 5672) InetSocketAddress address) {
    assertThatThrownBy(() -> new Broker(address, "pirate", "cutlass").connect())
        .isInstanceOf(AuthenticationFailureException.class);
    Inspection.of(rabbitmq.place())
        .verify(
            List.of(
                log()
                    .should(
                        eventually(contain("PLAIN login refused: user 'pirate'"))
                            .within(Duration.ofSeconds(10)),
                        not(contain("cutlass")),
                        not(contain(PASSWORD)))));
  }
}

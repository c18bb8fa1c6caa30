package org.seatrial.scenarios.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.seatrial.junit.Checks.checks;

import com.rabbitmq.client.AuthenticationFailureException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.seatrial.deployment.Deployment;
import org.seatrial.deployment.Service;
import org.seatrial.junit.Checks;
import org.seatrial.junit.Compose;
import org.seatrial.junit.Endpoint;
import org.seatrial.junit.OfService;
import org.seatrial.junit.ReleaseTest;
import org.seatrial.junit.Variations;
import org.seatrial.junit.Variations.Kind;
import org.seatrial.junit.Verify;

/** RabbitMQ whose users are people in an OpenLDAP directory. */
@ReleaseTest
@Compose(
    name = "rabbitmq with openldap",
    value = {"rabbitmq/compose.yaml", "rabbitmq/compose.ldap.yaml"})
@Variations({Kind.ARBITRARY_USER})
class RabbitmqLdapReleaseIT {

  @Verify(service = "rabbitmq")
  Checks the_node_runs_as_it_must(Deployment deployment) {
    return checks(new RabbitmqChecks(deployment.variation()).all());
  }

  @Verify(service = "openldap")
  Checks the_directory_runs_as_it_must(Deployment deployment) {
    return checks(new OpenldapChecks(deployment.variation()).all());
  }

  @Test
  void nobody_outside_reaches_the_directory(@OfService("openldap") Service directory) {
    assertThatThrownBy(() -> directory.endpoint(1389))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("port 1389 of service openldap is not published (no port is)");
  }

  @Test
  void people_of_the_directory_log_in_to_the_management(
      @Endpoint(service = "rabbitmq", port = 15672) URI site)
      throws IOException, InterruptedException {
    HttpResponse<String> ada = new Management(site, "ada", "ada-at-sea").get("/api/whoami");
    assertThat(ada.statusCode()).isEqualTo(200);
    assertThat(ada.body()).contains("\"name\":\"ada\"", "\"administrator\"");

    HttpResponse<String> brook = new Management(site, "brook", "brook-at-sea").get("/api/whoami");
    assertThat(brook.statusCode()).isEqualTo(200);
    assertThat(brook.body()).contains("\"name\":\"brook\"").doesNotContain("administrator");
  }

  @Test
  void a_wrong_password_is_refused(@Endpoint(service = "rabbitmq", port = 15672) URI site)
      throws IOException, InterruptedException {
    assertThat(new Management(site, "ada", "brook-at-sea").get("/api/whoami").statusCode())
        .as("the status for a wrong password")
        .isEqualTo(401);
  }

  @Test
  void somebody_who_is_not_in_the_directory_is_refused(
      @Endpoint(service = "rabbitmq", port = 15672) URI site)
      throws IOException, InterruptedException {
    assertThat(new Management(site, "stowaway", "ada-at-sea").get("/api/whoami").statusCode())
        .as("the status for somebody unknown")
        .isEqualTo(401);
  }

  @Test
  void people_of_the_directory_publish_and_consume(
      @Endpoint(service = "rabbitmq", port = 5672) InetSocketAddress address)
      throws IOException, TimeoutException, InterruptedException {
    Broker broker = new Broker(address, "brook", "brook-at-sea");
    broker.declareQueue("pilots", "harbour", "ship.arrived.#");
    broker.publish("harbour", "ship.arrived.quay-2", "Beagle");
    assertThat(broker.consume("pilots", Duration.ofSeconds(20))).hasValue("Beagle");
  }

  @Test
  void nobody_connects_with_a_wrong_password(
      @Endpoint(service = "rabbitmq", port = 5672) InetSocketAddress address) {
    assertThatThrownBy(() -> new Broker(address, "brook", "ada-at-sea").connect())
        .isInstanceOf(AuthenticationFailureException.class);
  }
}

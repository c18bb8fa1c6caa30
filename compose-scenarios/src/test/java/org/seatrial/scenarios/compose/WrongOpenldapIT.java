package org.seatrial.scenarios.compose;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.seatrial.testkit.expectation.Expectations.findingsOf;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.seatrial.deployment.ComposeScenario;
import org.seatrial.deployment.Deployment;
import org.seatrial.deployment.Endpoint;
import org.seatrial.deployment.Service;
import org.seatrial.deployment.Variation;
import org.seatrial.docker.compose.ComposePlatform;
import org.seatrial.junit.RequiresEngine;

/**
 * The release test of RabbitMQ with OpenLDAP refuses a directory that lets anybody in. Nothing that
 * could be looked at is wrong there: only its use shows it. The mistake is numbered in {@code
 * rabbitmq/wrong-openldap-image/Dockerfile}.
 */
@RequiresEngine
class WrongOpenldapIT {

  private static final ComposeScenario TWIN =
      ComposeScenario.of(
          Path.of("rabbitmq/compose.yaml"),
          Path.of("rabbitmq/compose.ldap.yaml"),
          Path.of("rabbitmq/compose.ldap-wrong.yaml"));

  /** 1: any name and any password. */
  @Test
  void a_directory_that_lets_anybody_in_is_refused_by_using_it()
      throws IOException, InterruptedException {
    Variation variation = Variation.asDeclared();
    try (Deployment deployment = ComposePlatform.standard().deploy(TWIN, variation)) {
      findingsOf(new OpenldapChecks(variation).all())
          .in(deployment.service("openldap").place())
          .areNone();
      findingsOf(new RabbitmqChecks(variation).all())
          .in(deployment.service("rabbitmq").place())
          .areNone();
      refusesWhatItsUsersSee(deployment.service("rabbitmq"));
    }
  }

  private static void refusesWhatItsUsersSee(Service rabbitmq) {
    RabbitmqLdapReleaseIT test = new RabbitmqLdapReleaseIT();
    URI site = rabbitmq.endpoint(15672).uri("http", "/");
    Endpoint amqp = rabbitmq.endpoint(5672);
    InetSocketAddress address = new InetSocketAddress(amqp.host(), amqp.port());
    assertThatThrownBy(() -> test.a_wrong_password_is_refused(site))
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll("the status for a wrong password", "expected: 401", "was: 200");
    assertThatThrownBy(() -> test.somebody_who_is_not_in_the_directory_is_refused(site))
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll("the status for somebody unknown", "expected: 401", "was: 200");
    assertThatThrownBy(() -> test.nobody_connects_with_a_wrong_password(address))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Expecting code to raise a throwable");
  }
}

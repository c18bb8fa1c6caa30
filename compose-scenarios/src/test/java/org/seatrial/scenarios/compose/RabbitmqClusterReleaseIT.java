package org.seatrial.scenarios.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.seatrial.junit.Checks.checks;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.seatrial.deployment.Deployment;
import org.seatrial.deployment.Replica;
import org.seatrial.deployment.Service;
import org.seatrial.junit.Checks;
import org.seatrial.junit.Compose;
import org.seatrial.junit.Endpoint;
import org.seatrial.junit.OfService;
import org.seatrial.junit.ReleaseTest;
import org.seatrial.junit.Verify;

/** Three nodes of RabbitMQ. */
@ReleaseTest
@Compose(name = "rabbitmq, three nodes", value = "rabbitmq/compose.cluster.yaml", within = "PT3M")
class RabbitmqClusterReleaseIT {

  private static final String USER = "admin";
  private static final String PASSWORD = "harbour-rabbit";

  /** Long enough for the others to notice the loss of a node, and to choose who leads. */
  private static final Duration TAKEN_OVER = Duration.ofSeconds(60);

  @Verify(service = "rabbitmq-1")
  Checks the_first_node_runs_as_it_must(Deployment deployment) {
    return checks(new RabbitmqChecks(deployment.variation()).all());
  }

  @Verify(service = "rabbitmq-3")
  Checks the_last_node_runs_as_it_must(Deployment deployment) {
    return checks(new RabbitmqChecks(deployment.variation()).all());
  }

  @Test
  void three_nodes_form_one_cluster(@Endpoint(service = "rabbitmq-2", port = 15672) URI site)
      throws IOException, InterruptedException {
    assertThat(new Management(site, USER, PASSWORD).get("/api/nodes?columns=name,running").body())
        .contains(running("rabbitmq-1"), running("rabbitmq-2"), running("rabbitmq-3"));
  }

  @Test
  void a_quorum_queue_survives_the_loss_of_the_node_that_leads_it(
      @OfService("rabbitmq-1") Service first,
      @Endpoint(service = "rabbitmq-1", port = 5672) InetSocketAddress address,
      @Endpoint(service = "rabbitmq-2", port = 5672) InetSocketAddress other)
      throws IOException, TimeoutException, InterruptedException {
    Broker before = new Broker(address, USER, PASSWORD);
    before.declareQuorumQueue("manifests");
    before.publish("", "manifests", "Beagle");

    Replica lost = first.replica();
    lost.kill();
    Broker after = new Broker(other, USER, PASSWORD);
    assertThat(after.consume("manifests", TAKEN_OVER)).hasValue("Beagle");
    after.publish("", "manifests", "Endeavour");
    assertThat(after.consume("manifests", TAKEN_OVER)).hasValue("Endeavour");

    lost.start();
  }

  private static String running(String host) {
    return "{\"name\":\"rabbit@" + host + "\",\"running\":true}";
  }
}

package org.seatrial.scenarios.compose;

import static org.seatrial.junit.Checks.checks;

import org.seatrial.junit.Checks;
import org.seatrial.junit.Image;
import org.seatrial.junit.ReleaseTest;
import org.seatrial.junit.Verify;

/** RabbitMQ's image, before anything runs of it. */
@ReleaseTest
@Image("docker:seatrial/rabbitmq:3.10")
class RabbitmqImageReleaseIT {

  @Verify
  Checks is_configured_as_its_users_expect() {
    return checks(RabbitmqChecks.ofImage());
  }
}

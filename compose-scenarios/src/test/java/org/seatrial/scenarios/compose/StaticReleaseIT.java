package org.seatrial.scenarios.compose;

import static org.seatrial.junit.Checks.checks;

import org.seatrial.deployment.Deployment;
import org.seatrial.junit.Checks;
import org.seatrial.junit.Compose;
import org.seatrial.junit.ReleaseTest;
import org.seatrial.junit.Variations;
import org.seatrial.junit.Variations.Kind;
import org.seatrial.junit.Verify;

/** A static program alone, in an image without a shell. */
@ReleaseTest
@Compose("static/compose.yaml")
@Variations({Kind.AS_DECLARED, Kind.ARBITRARY_USER, Kind.AS_ROOT, Kind.NO_PRIVILEGES})
class StaticReleaseIT {

  @Verify
  Checks runs_as_it_must(Deployment deployment) {
    return checks(StaticChecks.in(deployment.variation()).inside());
  }

  @Verify(port = 8080)
  Checks answers_as_it_must() {
    return checks(StaticChecks.outside());
  }
}

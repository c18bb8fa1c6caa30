package org.seatrial.scenarios.compose;

import static org.seatrial.junit.Checks.checks;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.seatrial.check.Inspection;
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

/** A static program alone, in an image without a shell. */
@ReleaseTest
@Compose("static/compose.yaml")
@Variations({Kind.AS_DECLARED, Kind.ARBITRARY_USER, Kind.AS_ROOT, Kind.NO_PRIVILEGES})
class StaticReleaseIT {

  @Verify
  Checks runs_as_it_must(Deployment deployment) {
    return checks(StaticChecks.in(deployment.variation()).inside());
  }

  @Test
  void tells_its_status_and_refuses_what_it_does_not_know(
      @OfService("static") Service program, @Endpoint(port = 8080) URI site) {
    Inspection.of(program.place(8080)).verify(StaticChecks.outside());
  }
}

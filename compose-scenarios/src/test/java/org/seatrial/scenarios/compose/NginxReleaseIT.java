package org.seatrial.scenarios.compose;

import static org.seatrial.check.file.ContentConditions.haveLineMatching;
import static org.seatrial.deployment.ContainerSubjects.log;
import static org.seatrial.deployment.Waits.eventually;
import static org.seatrial.deployment.http.HttpConditions.respondWith;
import static org.seatrial.deployment.http.HttpSubjects.http;
import static org.seatrial.junit.Checks.checks;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.seatrial.check.Inspection;
import org.seatrial.deployment.Deployment;
import org.seatrial.deployment.Log;
import org.seatrial.deployment.Service;
import org.seatrial.junit.Checks;
import org.seatrial.junit.Compose;
import org.seatrial.junit.OfService;
import org.seatrial.junit.ReleaseTest;
import org.seatrial.junit.Variations;
import org.seatrial.junit.Variations.Kind;
import org.seatrial.junit.Verify;

/** nginx alone, by HTTP and by HTTPS. */
@ReleaseTest
@Compose(value = "nginx/compose.yaml", env = "TLS_NAMES=localhost,harbour.example")
@Variations({Kind.AS_DECLARED, Kind.ARBITRARY_USER, Kind.ENTRYPOINT_MOUNTED})
class NginxReleaseIT {

  @Verify
  Checks runs_as_it_must(Deployment deployment) {
    return checks(NginxChecks.in(deployment.variation()).inside());
  }

  @Verify(port = 8080)
  Checks serves_its_pages() {
    return checks(NginxChecks.outside());
  }

  @Verify(port = 8443)
  Checks serves_them_for_the_names_it_was_given() {
    return checks(NginxChecks.secure("localhost", "harbour.example"));
  }

  @Test
  void writes_each_request_to_standard_output(@OfService("nginx") Service nginx) {
    Inspection.of(nginx.place(8080))
        .verify(
            List.of(
                http("/logbook").should(respondWith(404)),
                log(Log.Stream.STDOUT)
                    .should(
                        eventually(haveLineMatching("\"GET /logbook HTTP/1\\.1\" 404 "))
                            .within(Duration.ofSeconds(10)))));
  }
}

package org.seatrial.scenarios.compose;

import static org.seatrial.testkit.expectation.Expectations.finding;
import static org.seatrial.testkit.expectation.Expectations.findingsOf;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.seatrial.check.Check;
import org.seatrial.deployment.ComposeScenario;
import org.seatrial.deployment.Deployment;
import org.seatrial.deployment.Variation;
import org.seatrial.docker.compose.ComposePlatform;
import org.seatrial.image.ImagePlace;
import org.seatrial.junit.Image;
import org.seatrial.junit.ReleaseTest;
import org.seatrial.testkit.expectation.ExpectedFinding;

/**
 * The release tests refuse RabbitMQ's twin that is wrong on purpose, for the right reasons and for
 * no others. The mistakes are numbered in {@code rabbitmq/wrong-image/Dockerfile}.
 */
@ReleaseTest
@Image("docker:seatrial/rabbitmq-wrong:3.10")
class WrongRabbitmqIT {

  private static final Variation ANY_USER = Variation.arbitraryUser(1_000_680_007L);

  /** 1, 2, 3, 5, 6: what is wrong under every user id. */
  private static final List<ExpectedFinding> ALWAYS =
      List.of(
          found(
              "/etc/rabbitmq/rabbitmq.conf",
              "mode 0666, which also permits group write, others read, others write"),
          found("/usr/bin/dash", "variable RABBITMQ_ERLANG_COOKIE is set"),
          found("15671/tcp", "nothing is there"),
          found("/usr/bin/dash", "pid 1 /usr/bin/dash, uid …, gid 0, which started pid …"),
          found("/usr/bin/tail", "pid … /usr/bin/tail, uid …, gid 0, started by pid 1 …"));

  @Test
  void every_mistake_of_the_image_is_found_and_nothing_else(ImagePlace image) {
    findingsOf(RabbitmqChecks.ofImage())
        .in(image)
        .are(
            // 2: a password and the nodes' key
            found("image", "variable RABBITMQ_DEFAULT_PASS is set"),
            found("image", "variable RABBITMQ_ERLANG_COOKIE is set"),
            // 7, 8: root, no labels
            found("image", "user \"\""),
            found("image", "no label org.opencontainers.image.version"));
  }

  @Test
  void every_mistake_of_what_runs_is_found_and_nothing_else(ImagePlace image) {
    List<Check> checks = new ArrayList<>(DeclaredPorts.of(image));
    checks.addAll(RabbitmqChecks.stops());
    findings(
        Variation.asDeclared(),
        checks,
        // 5: it is killed when it should stop
        found("container", "exit code 137 after … s on SIGTERM, killed by SIGKILL"),
        // 7: root, which owns the nodes' key
        found("/usr/lib/erlang/erts-…/bin/beam.smp", "uid 0"),
        found("/usr/lib/erlang/erts-…/bin/beam.smp", "permitted and effective cap_chown,…")
            .expected("no capabilities"),
        found("/var/lib/rabbitmq/.erlang.cookie", "owner 0:0"));
  }

  @Test
  void a_user_id_without_a_name_is_found(ImagePlace image) {
    findings(
        ANY_USER,
        DeclaredPorts.of(image),
        // 4: no entry for an unknown user id
        found("passwd", "LD_PRELOAD is not set; NSS_WRAPPER_PASSWD is not set; …")
            .expected("an entry for the current user through nss_wrapper"));
  }

  private static void findings(Variation variation, List<Check> further, ExpectedFinding... own) {
    List<ExpectedFinding> expected = new ArrayList<>(ALWAYS);
    expected.addAll(List.of(own));
    ComposeScenario twin =
        ComposeScenario.of(
            Path.of("rabbitmq/compose.yaml"), Path.of("rabbitmq/compose.wrong.yaml"));
    List<Check> checks = new ArrayList<>(new RabbitmqChecks(variation).all());
    checks.addAll(further);
    try (Deployment deployment = ComposePlatform.standard().deploy(twin, variation)) {
      findingsOf(checks).in(deployment.service("rabbitmq").place()).are(expected);
    }
  }

  private static ExpectedFinding found(String about, String actual) {
    return finding().about(about).actual(actual);
  }
}

package org.seatrial.scenarios.compose;

import static org.seatrial.testkit.expectation.Expectations.finding;
import static org.seatrial.testkit.expectation.Expectations.findingsOf;
import static org.seatrial.testkit.expectation.Expectations.undetermined;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.seatrial.check.Check;
import org.seatrial.deployment.ComposeScenario;
import org.seatrial.deployment.Deployment;
import org.seatrial.deployment.Variation;
import org.seatrial.docker.compose.ComposePlatform;
import org.seatrial.junit.RequiresEngine;
import org.seatrial.testkit.expectation.ExpectedFinding;

/**
 * The release test of the static program refuses the twin that is wrong on purpose, for the right
 * reasons and for no others. The mistakes are numbered in {@code static/wrong-image/Dockerfile}.
 */
@RequiresEngine
class WrongStaticIT {

  private static final List<ExpectedFinding> AS_DECLARED =
      List.of(
          // 2: a program that every user may replace
          found("/server", "mode 0755", "mode 0777, which also permits group write, others write"),
          found("/server", "not to exist", "regular file, mode 0777, owner 0:0, … bytes"),
          // 3: a second program
          found(
              "/agent",
              "no program but /server",
              "pid … /agent, uid 0, gid 0, started by pid 1 /server"),
          // 4: a secret
          found("/server", "not to have variable API_TOKEN", "variable API_TOKEN is set"),
          // 5: nobody outside reaches it
          found("8080/tcp", "somebody who listens on 0.0.0.0", "127.0.0.1:8080/tcp by pid 1"),
          found(
              "stdout",
              "to have a line matching / listens on 0\\.0\\.0\\.0:8080 as user 1001$/",
              "1 line: \"… listens on 127.0.0.1:8080 as user 0\\n\""),
          unanswered("/"),
          unanswered("/status"),
          unanswered("/atlantis"),
          unanswered("POST /status"),
          // 6: root
          found("/server", "uid 1001", "uid 0"),
          found("/server", "no capabilities", "permitted and effective cap_chown,…"));

  private static final List<ExpectedFinding> UNDER_ANY_USER_ID =
      List.of(
          // 1: no entry
          found(
              "passwd",
              "an entry for the current user in the passwd file",
              "no entry for uid 1000680007 in /etc/passwd"),
          // 2
          found("/server", "mode 0755", "mode 0777, which also permits group write, others write"),
          found("/server", "not to exist", "regular file, mode 0777, owner 0:0, … bytes"),
          // 3
          found(
              "/agent",
              "no program but /server",
              "pid … /agent, uid 1000680007, gid 0, started by pid 1 /server"),
          // 4
          found("/server", "not to have variable API_TOKEN", "variable API_TOKEN is set"),
          // 5
          found("8080/tcp", "somebody who listens on 0.0.0.0", "127.0.0.1:8080/tcp by pid 1"),
          found(
              "stdout",
              "to have a line matching / listens on 0\\.0\\.0\\.0:8080 as user 1000680007$/",
              "1 line: \"… listens on 127.0.0.1:8080 as user 1000680007\\n\""),
          unanswered("/"),
          unanswered("/status"),
          unanswered("/atlantis"),
          unanswered("POST /status"));

  @Test
  void every_mistake_is_found_as_it_is_declared_and_nothing_else() {
    look(Variation.asDeclared(), AS_DECLARED);
  }

  @Test
  void every_mistake_is_found_under_any_user_id_and_nothing_else() {
    look(Variation.arbitraryUser(1_000_680_007L), UNDER_ANY_USER_ID);
  }

  private static void look(Variation variation, List<ExpectedFinding> expected) {
    ComposeScenario twin =
        ComposeScenario.of(Path.of("static/compose.wrong.yaml")).publishing("static", 8080);
    List<Check> checks = new ArrayList<>(StaticChecks.outside());
    checks.addAll(StaticChecks.in(variation).inside());
    try (Deployment deployment = ComposePlatform.standard().deploy(twin, variation)) {
      findingsOf(checks).in(deployment.service("static").place(8080)).are(expected);
    }
  }

  private static ExpectedFinding unanswered(String request) {
    return undetermined().about(request).actual("… was not answered: …");
  }

  private static ExpectedFinding found(String about, String expected, String actual) {
    return finding().about(about).expected(expected).actual(actual);
  }
}

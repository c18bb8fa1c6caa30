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
 * The release test of nginx refuses the twin that is wrong on purpose, for the right reasons and
 * for no others. The mistakes are numbered in {@code nginx/wrong-image/Dockerfile}.
 */
@RequiresEngine
class WrongNginxIT {

  private static final List<ExpectedFinding> AS_DECLARED =
      List.of(
          // 1: a configuration that every user may change
          found(
              "/etc/nginx/nginx.conf",
              "mode 0644",
              "mode 0666, which also permits group write, others write"),
          // 2: nobody listens
          found("8443/tcp", "somebody who listens", "nothing is there"),
          undetermined().about("/ on port 8443").actual("GET / was not answered: …"),
          // 3: pages that everybody may replace
          found("/var/www", "not to exist", "directory, mode 0777, owner 0:0"),
          // 4: a log in a file
          found(
              "/var/log/nginx/access.log",
              "symbolic link",
              "regular file, mode 0644, owner 0:0, … bytes"),
          // 5: a secret
          found(
              "\"env | cut -d = -f 1\"",
              "not to print text matching …",
              "exit code 0, stdout \"…SESSION_SECRET…\"…"),
          // 7: a second program
          found(
              "/usr/bin/tail",
              "no program but /usr/sbin/nginx",
              "pid … /usr/bin/tail, uid 0, gid 0, started by pid 1 /usr/sbin/nginx"),
          // 6: root, with workers as nobody
          found("/usr/sbin/nginx", "uid 1001", "uid 0"),
          found("/usr/sbin/nginx", "no capabilities", "permitted and effective cap_chown,…"),
          found("/usr/sbin/nginx", "a user other than root", "uid 0 (root)"),
          found("/usr/bin/tail", "a user other than root", "uid 0 (root)"),
          found("nginx", "uid 1001", "uid 65534"),
          found("nginx", "gid 0", "gid 65534"));

  private static final List<ExpectedFinding> UNDER_ANY_USER_ID =
      List.of(
          // 1: a configuration that every user may change
          found(
              "/etc/nginx/nginx.conf",
              "mode 0644",
              "mode 0666, which also permits group write, others write"),
          // 2: nobody listens
          found("8443/tcp", "somebody who listens", "nothing is there"),
          undetermined().about("/ on port 8443").actual("GET / was not answered: …"),
          // 3: pages that everybody may replace
          found("/var/www", "not to exist", "directory, mode 0777, owner 0:0"),
          // 4: a log in a file
          found(
              "/var/log/nginx/access.log",
              "symbolic link",
              "regular file, mode 0644, owner 1000680007:0, … bytes"),
          // 5: a secret
          found(
              "\"env | cut -d = -f 1\"",
              "not to print text matching …",
              "exit code 0, stdout \"…SESSION_SECRET…\"…"),
          // 7: a second program
          found(
              "/usr/bin/tail",
              "no program but /usr/sbin/nginx",
              "pid … /usr/bin/tail, uid 1000680007, gid 0, started by pid 1 /usr/sbin/nginx"),
          // 8: no entry
          found(
              "passwd",
              "an entry for the current user in the passwd file",
              "no entry for uid 1000680007 in /etc/passwd"));

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
        ComposeScenario.of(Path.of("nginx/compose.wrong.yaml"))
            .publishing("nginx", 8080)
            .publishing("nginx", 8443);
    List<Check> checks = new ArrayList<>(NginxChecks.outside());
    checks.addAll(NginxChecks.secure("localhost"));
    checks.addAll(NginxChecks.in(variation).inside());
    try (Deployment deployment = ComposePlatform.standard().deploy(twin, variation)) {
      findingsOf(checks).in(deployment.service("nginx").place(8080)).are(expected);
    }
  }

  private static ExpectedFinding found(String about, String expected, String actual) {
    return finding().about(about).expected(expected).actual(actual);
  }
}

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
 * The release test of PostgreSQL refuses the twin that is wrong on purpose, for the right reasons
 * and for no others. The mistakes are numbered in {@code postgresql/wrong-image/Dockerfile}. As
 * declared, root looks without the capability to look into the server of another user.
 */
@RequiresEngine
class WrongPostgresqlIT {

  private static final List<ExpectedFinding> AS_DECLARED =
      List.of(
          // 1: a configuration that every user may change
          found(
              "/etc/postgresql/postgresql.conf",
              "mode 0640",
              "mode 0666, which also permits group write, others read, others write"),
          // 2: nobody outside reaches it
          found("5432", "a connection", "a connection that is closed at once"),
          found(
              "5432/tcp",
              "somebody who listens on 0.0.0.0",
              "127.0.0.1:5432/tcp by …, [::1]:5432/tcp by …"),
          undetermined().about("5432/tcp").actual("could not find out who listens on …:5432/tcp"),
          // 3: a password
          undetermined()
              .about("application process")
              .actual("the environment of pid 1 (postgres) could not be read"),
          // 4, 5: a second program, as root
          found(
              "/usr/bin/dash",
              "no program but postgres",
              "pid … /usr/bin/dash, uid 0, gid 0, started by pid 1 postgres"),
          found(
              "/usr/bin/sleep",
              "no program but postgres",
              "pid … /usr/bin/sleep, uid 0, gid 0, started by pid … /usr/bin/dash"),
          found("/usr/bin/dash", "a user other than root", "uid 0 (root)"),
          found("/usr/bin/sleep", "a user other than root", "uid 0 (root)"));

  private static final List<ExpectedFinding> UNDER_ANY_USER_ID =
      List.of(
          // 1
          found(
              "/etc/postgresql/postgresql.conf",
              "mode 0640",
              "mode 0666, which also permits group write, others read, others write"),
          // 2
          found("5432", "a connection", "a connection that is closed at once"),
          found(
              "5432/tcp",
              "somebody who listens on 0.0.0.0",
              "127.0.0.1:5432/tcp by pid 1, [::1]:5432/tcp by pid 1"),
          // 3
          found(
              "/usr/lib/postgresql/15/bin/postgres",
              "not to have variable POSTGRES_PASSWORD",
              "variable POSTGRES_PASSWORD is set"),
          // 5
          found(
              "/usr/bin/dash",
              "no program but /usr/lib/postgresql/15/bin/postgres",
              "pid … /usr/bin/dash, uid 1000680007, gid 0, started by pid 1"
                  + " /usr/lib/postgresql/15/bin/postgres"),
          found(
              "/usr/bin/sleep",
              "no program but /usr/lib/postgresql/15/bin/postgres",
              "pid … /usr/bin/sleep, uid 1000680007, gid 0, started by pid … /usr/bin/dash"),
          // 6: no entry
          found(
              "passwd",
              "an entry for the current user through nss_wrapper",
              "LD_PRELOAD is not set; NSS_WRAPPER_PASSWD is not set; NSS_WRAPPER_GROUP is not"
                  + " set"));

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
        ComposeScenario.of(Path.of("postgresql/compose.wrong.yaml")).publishing("postgresql", 5432);
    List<Check> checks = new ArrayList<>(PostgresqlChecks.outside());
    checks.addAll(PostgresqlChecks.in(variation).inside());
    try (Deployment deployment = ComposePlatform.standard().deploy(twin, variation)) {
      findingsOf(checks).in(deployment.service("postgresql").place(5432)).are(expected);
    }
  }

  private static ExpectedFinding found(String about, String expected, String actual) {
    return finding().about(about).expected(expected).actual(actual);
  }
}

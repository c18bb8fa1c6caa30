package org.seatrial.examples;

import static org.seatrial.testkit.expectation.Expectations.finding;
import static org.seatrial.testkit.expectation.Expectations.findingsOf;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.seatrial.image.ImagePlace;
import org.seatrial.junit.Image;
import org.seatrial.junit.ReleaseTest;
import org.seatrial.testkit.expectation.ExpectedFinding;

/**
 * The release test refuses the twin that is wrong on purpose, for the right reasons and for no
 * others. The mistakes are numbered in {@code examples/postgresql/wrong-image/Dockerfile}.
 */
@ReleaseTest
@Image("docker:seatrial/postgresql-wrong:15")
class WrongPostgresqlIT {

  private static final List<ExpectedFinding> MISTAKES =
      List.of(
          // 1: package lists and a tool that only the build needs
          finding().about("/var/lib/apt/lists/…").severalTimes(),
          found("libcap2-bin", "version … (dpkg, amd64)"),
          // 2, 3, 4: rights for everybody
          found("/usr/local/bin/maintenance-shell", "regular file, mode 4755, owner 0:0, … bytes"),
          found("/usr/local/bin/read-log", "regular file, mode 2755, owner 0:42, … bytes"),
          found(
              "/usr/local/bin/backup",
              "regular file, mode 0755, owner 0:0, … bytes, capabilities"
                  + " cap_dac_override,cap_net_raw=ep"),
          // 5: a configuration that every user may change
          found(
              "/etc/postgresql/postgresql.conf",
              "mode 0666, which also permits group write, others write"),
          found("/etc/postgresql/postgresql.conf", "regular file, mode 0666, owner 0:0, … bytes"),
          // 6: a link to a file that is not there
          found("/etc/postgresql/server.pem", "nothing is there"),
          // 8: weight that cannot be seen
          found("image", "… bytes wasted: /var/lib/postgresql/seed.sql …"),
          found("image", "18 layers"),
          // 11, 12: data for one user id only, and a folder for everybody
          found("/var/lib/postgresql/data", "gid 999, mode 0700")
              .by("directory /var/lib/postgresql/data should…"),
          found("/var/lib/postgresql/data", "gid 999, mode 0700")
              .by("files /var/lib/postgresql/** that are directories should…"),
          found("/var/lib/postgresql/data", "directory, mode 0700, owner 1001:999"),
          found("/var/lib/postgresql/exchange", "directory, mode 0777, owner 0:0"),
          // 13: a password
          found("image", "variable POSTGRES_PASSWORD is set"),
          // 14: a port that only root may open
          found("image", "exposed ports 5432/tcp, 80/tcp"),
          // 15 to 19: root, no health check, no stop signal, no labels, a shell as pid 1
          found("image", "\"\" (empty means root, uid 0)"),
          found("image", "user \"\"").by("non-root.numeric"),
          found("image", "user \"\"").expected("user \"1001:0\""),
          found("image", "no health check"),
          found("image", "stop signal \"\""),
          found("image", "no label org.opencontainers.image.version"),
          found("image", "entrypoint []"),
          found("/usr/local/bin/entrypoint", "nothing is there"));

  @Test
  void every_mistake_is_found_and_nothing_else(ImagePlace image) {
    findingsOf(new PostgresqlReleaseIT().all()).in(image).are(MISTAKES);
  }

  private static ExpectedFinding found(String about, String actual) {
    return finding().about(about).actual(actual);
  }
}

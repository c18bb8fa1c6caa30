package org.seatrial.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.seatrial.check.Finding;
import org.seatrial.check.Inspection;
import org.seatrial.check.Outcome;
import org.seatrial.check.Verdict;
import org.seatrial.image.ImagePlace;
import org.seatrial.junit.Image;
import org.seatrial.junit.ReleaseTest;

/**
 * The release test refuses the twin that is wrong on purpose, for the right reasons and for no
 * others. The mistakes are numbered in {@code examples/postgresql/wrong-image/Dockerfile}.
 */
@ReleaseTest
@Image("docker:seatrial/postgresql-wrong:15")
class WrongPostgresqlIT {

  @Test
  void every_mistake_is_found_and_nothing_else(ImagePlace image) {
    List<Verdict> verdicts = Inspection.of(image).verdicts(new PostgresqlReleaseIT().all());

    assertThat(verdicts).extracting(Verdict::outcome).doesNotContain(Outcome.UNDETERMINED);
    assertThat(verdicts.stream().flatMap(v -> v.findings().stream()).map(this::shown).distinct())
        .containsExactlyInAnyOrder(
            // 1: package lists and a tool that only the build needs
            "/var/lib/apt/lists/…",
            "libcap2-bin: version … (dpkg, amd64)",
            // 2, 3, 4: rights for everybody
            "/usr/local/bin/maintenance-shell: regular file, mode 4755, owner 0:0, … bytes",
            "/usr/local/bin/read-log: regular file, mode 2755, owner 0:42, … bytes",
            "/usr/local/bin/backup: regular file, mode 0755, owner 0:0, … bytes, capabilities"
                + " cap_dac_override,cap_net_raw=ep",
            // 5: a configuration that every user may change
            "/etc/postgresql/postgresql.conf: mode 0666, which also permits group write, others"
                + " write",
            "/etc/postgresql/postgresql.conf: regular file, mode 0666, owner 0:0, … bytes",
            // 6: a link to a file that is not there
            "/etc/postgresql/server.pem: nothing is there",
            // 8: weight that cannot be seen
            "image: … bytes wasted: /var/lib/postgresql/seed.sql",
            "image: 18 layers",
            // 11, 12: data for one user id only, and a folder for everybody
            "/var/lib/postgresql/data: gid 999, mode 0700",
            "/var/lib/postgresql/data: directory, mode 0700, owner 1001:999",
            "/var/lib/postgresql/exchange: directory, mode 0777, owner 0:0",
            // 13: a password
            "image: variable POSTGRES_PASSWORD is set",
            // 14: a port that only root may open
            "image: exposed ports 5432/tcp, 80/tcp",
            // 15 to 19: root, no health check, no stop signal, no labels, a shell as pid 1
            "image: \"\" (empty means root, uid 0)",
            "image: user \"\"",
            "image: no health check",
            "image: stop signal \"\"",
            "image: no label org.opencontainers.image.version",
            "image: entrypoint []",
            "/usr/local/bin/entrypoint: nothing is there");
  }

  /** Return the finding without what changes from day to day: sizes, versions, names of lists. */
  private String shown(Finding finding) {
    if (finding.about().startsWith("/var/lib/apt/lists/")) {
      return "/var/lib/apt/lists/…";
    }
    String actual =
        finding
            .actual()
            .replaceAll("\\d+ bytes", "… bytes")
            .replaceAll("version \\S+", "version …")
            .replaceAll("(seed\\.sql) .*", "$1");
    return finding.about() + ": " + actual;
  }
}

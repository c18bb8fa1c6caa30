package org.seatrial.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.seatrial.check.Conditions.each;
import static org.seatrial.check.Conditions.exist;
import static org.seatrial.check.Conditions.not;
import static org.seatrial.check.Conditions.notExist;
import static org.seatrial.check.account.AccountConditions.haveHome;
import static org.seatrial.check.account.AccountConditions.haveShell;
import static org.seatrial.check.account.AccountConditions.haveUid;
import static org.seatrial.check.account.AccountSubjects.user;
import static org.seatrial.check.file.ContentConditions.haveLineMatching;
import static org.seatrial.check.file.FileConditions.beExecutableBy;
import static org.seatrial.check.file.FileConditions.beMorePermissiveThan;
import static org.seatrial.check.file.FileConditions.beOwnedBy;
import static org.seatrial.check.file.FileConditions.beReadableBy;
import static org.seatrial.check.file.FileConditions.beWritableBy;
import static org.seatrial.check.file.FileConditions.beWritableByGroup;
import static org.seatrial.check.file.FileConditions.haveMode;
import static org.seatrial.check.file.FileConditions.leadSomewhere;
import static org.seatrial.check.file.FileSubjects.directory;
import static org.seatrial.check.file.FileSubjects.file;
import static org.seatrial.check.file.FileSubjects.files;
import static org.seatrial.check.file.Selections.anyOf;
import static org.seatrial.check.file.Selections.are;
import static org.seatrial.check.file.Selections.areNot;
import static org.seatrial.check.file.Selections.directories;
import static org.seatrial.check.file.Selections.regularFiles;
import static org.seatrial.check.file.Selections.sticky;
import static org.seatrial.check.file.Selections.symlinks;
import static org.seatrial.check.file.Selections.worldWritable;
import static org.seatrial.image.ConfigConditions.expose;
import static org.seatrial.image.ConfigConditions.haveEntrypoint;
import static org.seatrial.image.ConfigConditions.haveHealthCheck;
import static org.seatrial.image.ConfigConditions.haveLabel;
import static org.seatrial.image.ConfigConditions.haveStopSignal;
import static org.seatrial.image.ConfigConditions.haveUser;
import static org.seatrial.image.ConfigConditions.haveVariable;
import static org.seatrial.image.ConfigConditions.haveVolume;
import static org.seatrial.image.ImageConditions.haveLayersAtMost;
import static org.seatrial.image.ImageConditions.wasteAtMost;
import static org.seatrial.image.ImageSubject.image;
import static org.seatrial.image.packages.PackageConditions.beInstalled;
import static org.seatrial.image.packages.PackageConditions.haveVersionIn;
import static org.seatrial.image.packages.PackageSubjects.installedPackage;
import static org.seatrial.junit.Checks.checks;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.seatrial.check.Check;
import org.seatrial.image.ImagePlace;
import org.seatrial.image.profile.NonRoot;
import org.seatrial.junit.Checks;
import org.seatrial.junit.Image;
import org.seatrial.junit.ReleaseTest;
import org.seatrial.junit.Verify;

/**
 * The release test of {@code examples/postgresql}. A pipeline names the image that it has built:
 * {@code -Dpostgresql.image=docker:registry.example/postgresql:15.4-r3}.
 */
@ReleaseTest
@Image("${postgresql.image:-docker:seatrial/postgresql:15}")
class PostgresqlReleaseIT {

  private static final String DATA = "/var/lib/postgresql/data";

  @Verify
  Checks does_not_run_as_root() {
    return checks(new NonRoot());
  }

  @Verify
  Checks is_configured_as_its_users_expect() {
    return checks(
        image()
            .should(
                haveUser("1001:0"),
                haveEntrypoint("/usr/local/bin/entrypoint"),
                expose(5432),
                haveVolume(DATA),
                haveStopSignal("SIGINT"),
                haveHealthCheck())
            .because("charts and Compose files rely on it"),
        image()
            .should(haveLabel("org.opencontainers.image.version"))
            .because("people must be able to tell what they run"),
        image()
            .should(not(haveVariable("POSTGRES_PASSWORD")))
            .because("everybody who can pull the image can read it"));
  }

  @Verify
  Checks keeps_its_files_to_itself() {
    return checks(
        file("/etc/postgresql/postgresql.conf")
            .should(exist(), beOwnedBy(0, 0), not(beMorePermissiveThan("0644")))
            .because("no process of the image may change its own configuration"),
        file("/etc/postgresql/postgresql.conf")
            .should(haveLineMatching("^\\s*listen_addresses\\s*="), beReadableBy(1001, 0)),
        file("/usr/local/bin/entrypoint")
            .should(exist(), haveMode("0755"), beExecutableBy(1001, 0)),
        files("/**")
            .that(are(anyOf(regularFiles(), directories())))
            .that(are(worldWritable()))
            .that(areNot(sticky()))
            .should(notExist())
            .because("everybody could replace everybody's files"),
        files("/etc/**")
            .that(are(symlinks()))
            .should(each(leadSomewhere()))
            .because("a configuration that leads nowhere is not read"));
  }

  @Verify
  Checks runs_under_any_user_id() {
    return checks(
        directory(DATA)
            .should(exist(), beWritableByGroup(0), beWritableBy(1_000_680_000L, 0))
            .because("a restricted platform chooses the user id, and gives it group 0"),
        files("/var/lib/postgresql/**").that(are(directories())).should(each(beWritableByGroup(0))),
        installedPackage("libnss-wrapper")
            .should(beInstalled())
            .because("PostgreSQL refuses a user id without a passwd entry"),
        user("postgres")
            .should(
                exist(),
                haveUid(1001),
                haveHome("/var/lib/postgresql"),
                haveShell("/usr/sbin/nologin")));
  }

  @Verify
  Checks carries_what_it_needs_and_no_more() {
    return checks(
        installedPackage("postgresql-15").should(beInstalled(), haveVersionIn(">= 15.4, < 16")),
        installedPackage("libcap2-bin").should(not(beInstalled())),
        files("/var/lib/apt/lists/**").should(notExist()),
        image().should(haveLayersAtMost(12), wasteAtMost(8_000_000)));
  }

  /** Return all checks, for the test that they refuse what is wrong. */
  List<Check> all() {
    return Stream.of(
            does_not_run_as_root(),
            is_configured_as_its_users_expect(),
            keeps_its_files_to_itself(),
            runs_under_any_user_id(),
            carries_what_it_needs_and_no_more())
        .flatMap(checks -> checks.list().stream())
        .toList();
  }

  /** Facts are plain values too, for whoever prefers AssertJ. */
  @Test
  void says_which_version_it_is(ImagePlace image) {
    assertThat(image.summary().config().run().labels())
        .containsEntry("org.opencontainers.image.title", "PostgreSQL");
    assertThat(image.summary().config().run().command()).isEqualTo(List.of("postgres"));
  }
}

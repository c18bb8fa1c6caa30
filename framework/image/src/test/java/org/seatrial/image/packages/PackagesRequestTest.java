package org.seatrial.image.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.seatrial.check.Conditions.exist;
import static org.seatrial.image.packages.PackageSubjects.installedPackages;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seatrial.check.Answer;
import org.seatrial.check.Answer.Absent;
import org.seatrial.check.Answer.Known;
import org.seatrial.check.Answer.Unknown;
import org.seatrial.check.Inspection;
import org.seatrial.check.Request;

class PackagesRequestTest {

  private static final String DPKG = "/var/lib/dpkg/status";
  private static final String APK = "/lib/apk/db/installed";
  private static final String RPM = "/var/lib/rpm/rpmdb.sqlite";
  private static final String CURL =
      "Package: curl\nStatus: install ok installed\nVersion: 7.88.1-10\nArchitecture: amd64\n";

  @Test
  void finds_the_packages_of_all_systems_with_their_databases() {
    MadeUpPlace place =
        MadeUpPlace.empty()
            .with(DPKG, CURL)
            .with(APK, ApkPackagesTest.INSTALLED)
            .with(RPM, Fixtures.unzipped("rpmdb.sqlite.gz"))
            .with("/var/lib/rpm/rpmdb.sqlite-wal", "");
    Known<List<Known<InstalledPackage>>> all = known(ask(place, PackagesRequest.all()));
    assertThat(all.value()).hasSize(1 + 2 + 40);
    assertThat(all.evidence().text()).isEqualTo("path " + DPKG + ", " + APK + ", " + RPM);
    Known<InstalledPackage> musl = known(ask(place, new PackagesRequest("musl"))).value().get(0);
    assertThat(musl.value().label()).isEqualTo("musl");
    assertThat(musl.value().description()).isEqualTo("version 1.2.5-r8 (apk, x86_64)");
    assertThat(musl.evidence().text()).isEqualTo("path " + APK + ", layer 2 of 3");
  }

  @Test
  void selects_by_name() {
    MadeUpPlace place = MadeUpPlace.empty().with(RPM, Fixtures.unzipped("rpmdb.sqlite.gz"));
    assertThat(known(ask(place, new PackagesRequest("filler-*"))).value()).hasSize(30);
    assertThat(ask(place, new PackagesRequest("curl*"))).isInstanceOf(Absent.class);
  }

  @Test
  void says_where_it_looked_when_there_is_no_database() {
    Answer<?> answer = ask(MadeUpPlace.empty(), PackagesRequest.all());
    assertThat(((Absent<?>) answer).evidence().text())
        .isEqualTo(
            "package database none found, looked for /var/lib/dpkg/status, /var/lib/dpkg/status.d,"
                + " /lib/apk/db/installed, /usr/lib/apk/db/installed, /var/lib/rpm/rpmdb.sqlite,"
                + " /usr/lib/sysimage/rpm/rpmdb.sqlite, /var/lib/rpm/Packages,"
                + " /var/lib/rpm/Packages.db, /usr/lib/sysimage/rpm/Packages,"
                + " /usr/lib/sysimage/rpm/Packages.db, /var/lib/pacman/local,"
                + " /usr/lib/opkg/status, /var/db/pkg");
  }

  @Test
  void is_absent_when_the_databases_list_nothing() {
    Answer<?> answer = ask(MadeUpPlace.empty().with(DPKG, ""), PackagesRequest.all());
    assertThat(((Absent<?>) answer).evidence().text()).isEqualTo("path " + DPKG + ", layer 2 of 3");
  }

  @Test
  void counts_a_database_once_that_two_paths_lead_to() {
    MadeUpPlace place =
        MadeUpPlace.empty()
            .with(APK, ApkPackagesTest.INSTALLED)
            .with("/usr" + APK, ApkPackagesTest.INSTALLED);
    Known<List<Known<InstalledPackage>>> all = known(ask(place, PackagesRequest.all()));
    assertThat(all.value()).hasSize(2);
    assertThat(all.evidence().detail("path")).hasValue(APK);
  }

  @Test
  void reads_the_files_of_a_distroless_image() {
    MadeUpPlace place =
        MadeUpPlace.empty()
            .with("/var/lib/dpkg/status.d/base", "Package: base-files\nVersion: 12.4\n")
            .with("/var/lib/dpkg/status.d/base.md5sums", "d41d8cd98f00b204e9800998ecf8427e  a:b c")
            .with("/var/lib/dpkg/status.d/tz", "Package: tzdata\nVersion: 2024a-0+deb12u1\n");
    Known<List<Known<InstalledPackage>>> all = known(ask(place, PackagesRequest.all()));
    assertThat(all.value())
        .extracting(found -> found.value().name() + " in " + found.evidence().text())
        .containsExactly(
            "base-files in path /var/lib/dpkg/status.d/base, layer 2 of 3",
            "tzdata in path /var/lib/dpkg/status.d/tz, layer 2 of 3");
    assertThat(all.evidence().text()).isEqualTo("path /var/lib/dpkg/status.d");
  }

  @ParameterizedTest
  @CsvSource({
    "/var/lib/rpm/Packages, rpm's in Berkeley DB",
    "/usr/lib/sysimage/rpm/Packages.db, rpm's in ndb",
    "/var/lib/pacman/local, pacman's",
  })
  void is_unknown_while_a_database_is_there_that_nobody_reads(String path, String whose) {
    String why =
        "the package database %s could not be read: it is %s; only dpkg's, apk's and rpm's in SQLite are read"
            .formatted(path, whose);
    MadeUpPlace place = MadeUpPlace.empty().with(path, "x");
    assertUnknown(ask(place, PackagesRequest.all()), why);
    assertUnknown(ask(place, new PackageRequest("curl")), why);
  }

  @Test
  void is_unknown_while_changes_are_in_the_log_beside_the_database() {
    MadeUpPlace place =
        MadeUpPlace.empty()
            .with(RPM, Fixtures.unzipped("rpmdb.sqlite.gz"))
            .with(RPM + "-wal", "1234");
    assertUnknown(
        ask(place, new PackageRequest("tiny")),
        "the package database /var/lib/rpm/rpmdb.sqlite could not be read: changes are still in"
            + " the write-ahead log beside it, /var/lib/rpm/rpmdb.sqlite-wal of 4 bytes, which is"
            + " not read");
  }

  @Test
  void is_unknown_when_a_database_is_damaged_or_denied() {
    assertUnknown(
        ask(MadeUpPlace.empty().with(DPKG, "Package: a\nb\n"), new PackageRequest("curl")),
        "a package database could not be read: /var/lib/dpkg/status:2: must be a field and its"
            + " value, with a colon between them");
    assertUnknown(
        ask(MadeUpPlace.empty().withUnreadable(APK, "permission denied"), PackagesRequest.all()),
        "the package database /lib/apk/db/installed could not be read: permission denied");
  }

  @Test
  void knows_a_package_that_is_found_beside_an_unreadable_database() {
    MadeUpPlace place =
        MadeUpPlace.empty()
            .withUnreadable(DPKG, "it is a directory")
            .with(APK, ApkPackagesTest.INSTALLED);
    Known<PackageInstances> curl = known(ask(place, new PackageRequest("curl")));
    assertThat(curl.value().description()).isEqualTo("version 8.11.1_rc1-r2 (apk, x86_64)");
    assertThat(curl.evidence().text())
        .isEqualTo(
            "path /lib/apk/db/installed, layer 2 of 3, not read the package database"
                + " /var/lib/dpkg/status could not be read: it is a directory");
    assertThat(ask(place, new PackageRequest("wget"))).isInstanceOf(Unknown.class);
    assertThat(ask(place, PackagesRequest.all())).isInstanceOf(Unknown.class);
  }

  @Test
  void knows_every_instance_of_a_name() {
    MadeUpPlace place = MadeUpPlace.empty().with(RPM, Fixtures.unzipped("rpmdb.sqlite.gz"));
    assertThat(known(ask(place, new PackageRequest("kernel"))).value().description())
        .isEqualTo("version 5.14.0-427.el9 (rpm, noarch); version 5.14.0-362.el9 (rpm, noarch)");
    assertThat(known(ask(place, new PackageRequest("glibc"))).value().packages())
        .extracting(InstalledPackage::architecture)
        .containsExactlyInAnyOrder("x86_64", "i686");
  }

  @Test
  void refuses_a_name_that_is_none() {
    assertThatThrownBy(() -> new PackageRequest(" "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("name must not be blank");
    assertThatThrownBy(() -> new PackageInstances("a", List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("packages must not be empty");
  }

  private static <A> Answer<A> ask(MadeUpPlace place, Request<A> request) {
    // Any check on packages has all databases fetched.
    return Inspection.of(place).fetch(List.of(installedPackages().should(exist()))).get(request);
  }

  private static <A> Known<A> known(Answer<A> answer) {
    assertThat(answer).isInstanceOf(Known.class);
    return (Known<A>) answer;
  }

  private static void assertUnknown(Answer<?> answer, String why) {
    assertThat(answer).isEqualTo(new Unknown<>(why));
  }
}

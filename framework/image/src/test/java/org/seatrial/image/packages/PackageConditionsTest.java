package org.seatrial.image.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.seatrial.check.Conditions.any;
import static org.seatrial.check.Conditions.each;
import static org.seatrial.check.Conditions.none;
import static org.seatrial.check.Conditions.not;
import static org.seatrial.check.Conditions.notExist;
import static org.seatrial.image.packages.PackageConditions.beInstalled;
import static org.seatrial.image.packages.PackageConditions.haveVersion;
import static org.seatrial.image.packages.PackageConditions.haveVersionIn;
import static org.seatrial.image.packages.PackageSubjects.installedPackage;
import static org.seatrial.image.packages.PackageSubjects.installedPackages;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.seatrial.check.Check;
import org.seatrial.check.Inspection;
import org.seatrial.check.Outcome;
import org.seatrial.check.Verdict;

class PackageConditionsTest {

  private static final MadeUpPlace DEBIAN =
      MadeUpPlace.empty()
          .with(
              "/var/lib/dpkg/status",
              """
              Package: curl
              Status: install ok installed
              Architecture: amd64
              Version: 7.88.1-10+deb12u12

              Package: libc6
              Status: install ok installed
              Architecture: amd64
              Version: 2.36-9+deb12u10

              Package: libc6
              Status: install ok installed
              Architecture: i386
              Version: 2.36-9+deb12u9

              Package: nameless
              Status: install ok installed
              """);

  private static final MadeUpPlace BERKELEY =
      MadeUpPlace.empty().with("/var/lib/rpm/Packages", "x");

  @Test
  void installed_passes() {
    assertPasses(
        installedPackage("curl").should(beInstalled()), "package curl should be installed");
  }

  @Test
  void installed_fails() {
    assertFails(
        installedPackage("wget").should(beInstalled()),
        """
        package wget should be installed   → FAILED (1 finding) in image shop
          expected:  to be installed
          but was:   nothing is there
          evidence:  path /var/lib/dpkg/status, layer 2 of 3
        """);
  }

  @Test
  void not_installed_passes_and_fails() {
    assertPasses(
        installedPackage("wget").should(not(beInstalled())),
        "package wget should not be installed");
    assertFails(
        installedPackage("curl").should(not(beInstalled())),
        """
        package curl should not be installed   → FAILED (1 finding) in image shop
          expected:  not to be installed
          but was:   version 7.88.1-10+deb12u12 (dpkg, amd64)
          evidence:  path /var/lib/dpkg/status, layer 2 of 3
        """);
  }

  @Test
  void nothing_is_installed_where_there_is_no_database() {
    Verdict verdict = verdict(MadeUpPlace.empty(), installedPackage("curl").should(beInstalled()));
    assertThat(verdict.message())
        .contains("→ FAILED")
        .contains("evidence:  package database none found, looked for /var/lib/dpkg/status, ");
  }

  @Test
  void everything_is_undetermined_where_the_database_cannot_be_read() {
    for (var condition : List.of(beInstalled(), haveVersion("1"), haveVersionIn("> 1"))) {
      for (var each : List.of(condition, not(condition))) {
        Verdict verdict = verdict(BERKELEY, installedPackage("curl").should(each));
        assertThat(verdict.outcome()).isEqualTo(Outcome.UNDETERMINED);
        assertThat(verdict.message())
            .startsWith("could not determine whether package curl should ")
            .contains("/var/lib/rpm/Packages could not be read: it is rpm's in Berkeley DB");
      }
    }
  }

  @Test
  void version_passes() {
    assertPasses(
        installedPackage("curl").should(beInstalled(), haveVersion("7.88.1-10+deb12u12")),
        "package curl should be installed and have version 7.88.1-10+deb12u12");
    assertPasses(
        installedPackage("curl").should(haveVersion("0:7.88.1-010+deb12u12")),
        "package curl should have version 0:7.88.1-010+deb12u12");
  }

  @Test
  void version_fails() {
    assertFails(
        installedPackage("curl").should(haveVersion("7.88.1")),
        """
        package curl should have version 7.88.1   → FAILED (1 finding) in image shop
          expected:  version 7.88.1
          but was:   version 7.88.1-10+deb12u12 (dpkg, amd64)
          evidence:  path /var/lib/dpkg/status, layer 2 of 3
        """);
  }

  @Test
  void version_of_what_is_absent_fails_and_its_negation_holds() {
    assertFails(
        installedPackage("wget").should(haveVersion("1.21")),
        """
        package wget should have version 1.21   → FAILED (1 finding) in image shop
          expected:  version 1.21
          but was:   nothing is there
          evidence:  path /var/lib/dpkg/status, layer 2 of 3
        """);
    assertPasses(
        installedPackage("wget").should(not(haveVersion("1.21"))),
        "package wget should not have version 1.21");
  }

  @Test
  void negated_version_fails() {
    assertFails(
        installedPackage("curl").should(not(haveVersion("7.88.1-10+deb12u12"))),
        """
        package curl should not have version 7.88.1-10+deb12u12   → FAILED (1 finding) in image shop
          expected:  not to have version 7.88.1-10+deb12u12
          but was:   version 7.88.1-10+deb12u12 (dpkg, amd64)
          evidence:  path /var/lib/dpkg/status, layer 2 of 3
        """);
  }

  @Test
  void range_passes() {
    assertPasses(
        installedPackage("curl").should(haveVersionIn(">=7.88,<8")),
        "package curl should have a version >= 7.88, < 8");
  }

  @Test
  void range_fails() {
    assertFails(
        installedPackage("curl").should(haveVersionIn(">= 7.88.1-10+deb12u13")),
        """
        package curl should have a version >= 7.88.1-10+deb12u13   → FAILED (1 finding) in image shop
          expected:  a version >= 7.88.1-10+deb12u13
          but was:   version 7.88.1-10+deb12u12 (dpkg, amd64)
          evidence:  path /var/lib/dpkg/status, layer 2 of 3
        """);
  }

  @Test
  void negated_range_passes_and_fails() {
    assertPasses(
        installedPackage("curl").should(not(haveVersionIn("< 7.88"))),
        "package curl should not have a version < 7.88");
    assertThat(
            verdict(DEBIAN, installedPackage("curl").should(not(haveVersionIn("< 8")))).outcome())
        .isEqualTo(Outcome.FAILED);
  }

  @Test
  void several_instances_pass_and_fail_together() {
    assertPasses(
        installedPackage("libc6").should(haveVersionIn(">= 2.36")),
        "package libc6 should have a version >= 2.36");
    assertFails(
        installedPackage("libc6").should(haveVersionIn("> 2.37")),
        """
        package libc6 should have a version > 2.37   → FAILED (1 finding) in image shop
          expected:  a version > 2.37
          but was:   version 2.36-9+deb12u10 (dpkg, amd64); version 2.36-9+deb12u9 (dpkg, i386)
          evidence:  path /var/lib/dpkg/status, layer 2 of 3
        """);
  }

  @Test
  void several_instances_that_differ_never_pass_also_not_under_negation() {
    var fixed = haveVersionIn(">= 2.36-9+deb12u10");
    for (var condition : List.of(fixed, not(fixed))) {
      Verdict verdict = verdict(DEBIAN, installedPackage("libc6").should(condition));
      assertThat(verdict.outcome()).isEqualTo(Outcome.UNDETERMINED);
      assertThat(verdict.message())
          .contains(
              ": several are installed, and only some have a version >= 2.36-9+deb12u10: version"
                  + " 2.36-9+deb12u10 (dpkg, amd64); version 2.36-9+deb12u9 (dpkg, i386)");
    }
  }

  @Test
  void a_version_that_is_not_recorded_is_undetermined() {
    for (var condition : List.of(haveVersionIn("< 8"), not(haveVersionIn("< 8")))) {
      Verdict verdict = verdict(DEBIAN, installedPackage("nameless").should(condition));
      assertThat(verdict.outcome()).isEqualTo(Outcome.UNDETERMINED);
      assertThat(verdict.message()).contains(": the database records no version of nameless");
    }
    assertPasses(
        installedPackage("nameless").should(beInstalled()), "package nameless should be installed");
  }

  @Test
  void the_packages_of_a_pattern_are_judged_each() {
    assertFails(
        installedPackages("libc*").should(each(haveVersionIn(">= 2.36-9+deb12u10"))),
        """
        packages libc* should each have a version >= 2.36-9+deb12u10   → FAILED (1 finding) in image shop
          libc6
          expected:  a version >= 2.36-9+deb12u10
          but was:   version 2.36-9+deb12u9 (dpkg, i386)
          evidence:  path /var/lib/dpkg/status, layer 2 of 3
        """);
    assertPasses(
        installedPackages("libc*").should(any(haveVersion("2.36-9+deb12u9"))),
        "packages libc* should at least once have version 2.36-9+deb12u9");
    assertFails(
        installedPackages("c*").should(none(haveVersionIn("< 8"))),
        """
        packages c* should never have a version < 8   → FAILED (1 finding) in image shop
          curl
          expected:  not to have a version < 8
          but was:   version 7.88.1-10+deb12u12 (dpkg, amd64)
          evidence:  path /var/lib/dpkg/status, layer 2 of 3
        """);
  }

  @Test
  void packages_that_must_not_be_there_are_named() {
    assertPasses(
        installedPackages("telnet*").should(notExist()), "packages telnet* should not exist");
    assertFails(
        installedPackages("cur?").should(notExist()),
        """
        packages cur? should not exist   → FAILED (1 finding) in image shop
          curl
          expected:  not to exist
          but was:   version 7.88.1-10+deb12u12 (dpkg, amd64)
          evidence:  path /var/lib/dpkg/status, layer 2 of 3
        """);
  }

  @Test
  void nothing_selected_fails() {
    assertThat(verdict(DEBIAN, installedPackages("x*").should(each(haveVersion("1")))).outcome())
        .isEqualTo(Outcome.FAILED);
    assertThat(
            verdict(MadeUpPlace.empty(), installedPackages().should(none(haveVersion("1"))))
                .outcome())
        .isEqualTo(Outcome.FAILED);
  }

  @Test
  void hostile_names_are_shown_escaped() {
    MadeUpPlace place =
        MadeUpPlace.empty().with("/lib/apk/db/installed", "P:a\u001b[31m\nV:1\u202e2\n");
    assertThat(verdict(place, installedPackages().should(notExist())).message())
        .contains("a\\u001b[31m")
        .contains("version 1\\u202e2")
        .doesNotContain("\u001b");
  }

  @Test
  void odd_versions_and_ranges_are_refused_when_the_check_is_written() {
    assertThatThrownBy(() -> haveVersion("1, < 2")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> haveVersionIn("1.0")).isInstanceOf(IllegalArgumentException.class);
  }

  private static Verdict verdict(MadeUpPlace place, Check check) {
    return Inspection.of(place).verdicts(List.of(check)).get(0);
  }

  private static void assertPasses(Check check, String sentence) {
    Verdict verdict = verdict(DEBIAN, check);
    assertThat(verdict.outcome()).as(verdict.message()).isEqualTo(Outcome.PASSED);
    assertThat(check.sentence()).isEqualTo(sentence);
  }

  /** Compare the whole message, but for its last line, which names the source line of the check. */
  private static void assertFails(Check check, String message) {
    Verdict verdict = verdict(DEBIAN, check);
    assertThat(verdict.outcome()).isEqualTo(Outcome.FAILED);
    String shown = verdict.message();
    assertThat(shown.substring(0, shown.lastIndexOf("  see:"))).isEqualTo(message);
  }
}

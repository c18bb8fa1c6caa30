package org.seatrial.image.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.seatrial.check.Conditions.not;
import static org.seatrial.check.value.ValueConditions.be;
import static org.seatrial.check.value.ValueConditions.beAtLeast;
import static org.seatrial.check.value.ValueConditions.beTextMatching;
import static org.seatrial.image.packages.PackageConditions.haveVersion;
import static org.seatrial.image.packages.PackageSubjects.installedPackage;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.seatrial.check.Condition;
import org.seatrial.check.Inspection;
import org.seatrial.check.Outcome;
import org.seatrial.check.Verdict;

/** The condition on the version of a package as a value, of one and of several. */
class PackageVersionTest {

  private static final Condition<Installed> SECURED = haveVersion(beTextMatching("deb12u"));

  private static MadeUpPlace with(String... versions) {
    StringBuilder status = new StringBuilder();
    for (String version : versions) {
      status.append("Package: curl\nStatus: install ok installed\nArchitecture: all\n");
      status.append(version.isEmpty() ? "\n" : "Version: " + version + "\n\n");
    }
    return MadeUpPlace.empty().with("/var/lib/dpkg/status", status.toString());
  }

  private static Verdict verdict(MadeUpPlace place, Condition<Installed> condition) {
    return Inspection.of(place)
        .verdicts(List.of(installedPackage("curl").should(condition)))
        .get(0);
  }

  private static void assertPasses(MadeUpPlace place, Condition<Installed> condition) {
    Verdict verdict = verdict(place, condition);
    assertThat(verdict.outcome()).as(verdict.message()).isEqualTo(Outcome.PASSED);
  }

  /** Compare the whole message, but for its last line, which names the source line of the check. */
  private static void assertMessage(
      Outcome outcome, MadeUpPlace place, Condition<Installed> condition, String message) {
    Verdict verdict = verdict(place, condition);
    assertThat(verdict.outcome()).isEqualTo(outcome);
    String shown = verdict.message();
    assertThat(shown.substring(0, shown.lastIndexOf("  see:"))).isEqualTo(message);
  }

  private static void assertUndetermined(
      MadeUpPlace place, Condition<Installed> condition, String why) {
    for (Condition<Installed> each : List.of(condition, not(condition))) {
      assertMessage(
          Outcome.UNDETERMINED,
          place,
          each,
          "could not determine whether package curl should "
              + each.phrase()
              + ": "
              + why
              + "   → UNDETERMINED in image shop\n");
    }
  }

  @Test
  void passes_and_fails() {
    assertPasses(with("7.88.1-10+deb12u12"), SECURED);
    assertMessage(
        Outcome.FAILED,
        with("7.88.1-10"),
        SECURED,
        """
        package curl should have version be text matching /deb12u/   → FAILED (1 finding) in image shop
          expected:  to have version be text matching /deb12u/
          but was:   version 7.88.1-10 (dpkg, all)
          evidence:  path /var/lib/dpkg/status, layer 2 of 3
        """);
  }

  @Test
  void is_negated() {
    assertPasses(with("7.88.1-10"), not(SECURED));
    assertMessage(
        Outcome.FAILED,
        with("7.88.1-10+deb12u12"),
        not(SECURED),
        """
        package curl should not have version be text matching /deb12u/   → FAILED (1 finding) in image shop
          expected:  not to have version be text matching /deb12u/
          but was:   version 7.88.1-10+deb12u12 (dpkg, all)
          evidence:  path /var/lib/dpkg/status, layer 2 of 3
        """);
  }

  @Test
  void is_violated_when_nothing_is_there() {
    assertPasses(with(), not(SECURED));
    assertMessage(
        Outcome.FAILED,
        with(),
        SECURED,
        """
        package curl should have version be text matching /deb12u/   → FAILED (1 finding) in image shop
          expected:  to have version be text matching /deb12u/
          but was:   nothing is there
          evidence:  path /var/lib/dpkg/status, layer 2 of 3
        """);
  }

  @Test
  void several_pass_and_fail_together() {
    assertPasses(with("7.1", "7.2"), haveVersion(beTextMatching("^7")));
    assertPasses(with("7.1", "7.2"), not(haveVersion(beTextMatching("^8"))));
    assertMessage(
        Outcome.FAILED,
        with("7.1", "7.2"),
        haveVersion(beTextMatching("^8")),
        """
        package curl should have version be text matching /^8/   → FAILED (1 finding) in image shop
          expected:  to have version be text matching /^8/
          but was:   version 7.1 (dpkg, all); version 7.2 (dpkg, all)
          evidence:  path /var/lib/dpkg/status, layer 2 of 3
        """);
  }

  @Test
  void several_that_differ_pass_nothing() {
    assertUndetermined(
        with("7.1", "7.2"),
        haveVersion(be("7.1")),
        "several are installed, and only some have version be \"7.1\": version 7.1 (dpkg, all);"
            + " version 7.2 (dpkg, all)");
  }

  @Test
  void what_can_not_be_looked_at_passes_nothing() {
    assertUndetermined(
        with("7.1", ""), haveVersion(be("7.1")), "the database records no version of curl");
    assertUndetermined(
        with("7.1", "7.1-1"), haveVersion(beAtLeast(7)), "no number can be read: \"7.1-1\"");
    assertUndetermined(
        MadeUpPlace.empty().withUnreadable("/var/lib/dpkg/status", "the engine went away"),
        SECURED,
        "the package database /var/lib/dpkg/status could not be read: the engine went away");
  }
}

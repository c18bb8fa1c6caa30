package org.seatrial.image.packages;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.seatrial.check.Answer.Known;
import org.seatrial.check.Condition;
import org.seatrial.check.Judgement;

/**
 * The conditions on packages. To be imported statically. Absent: violated.
 *
 * <p>Where several packages are installed by one name, a condition on the version holds when it
 * holds for all of them and is violated when it holds for none. When only some satisfy it, it is
 * undetermined, so that neither it nor its negation passes; the quantifiers over {@link
 * PackageSubjects#installedPackages(String)} say which is meant.
 */
public final class PackageConditions {

  private static final Condition<Installed> INSTALLED =
      Condition.of(
          "be installed",
          "to be installed",
          (known, facts) -> Judgement.holds(describe(known), known.evidence()));

  private PackageConditions() {}

  /**
   * Require that it is installed: {@code package curl should be installed}; {@code
   * not(beInstalled())} reads {@code package curl should not be installed}.
   */
  public static Condition<Installed> beInstalled() {
    return INSTALLED;
  }

  /**
   * Require this version: {@code package curl should have version 7.88.1-10+deb12u12}. Versions are
   * equal in the order of the package's system: rpm's {@code 7.76.1} is any release of it, while
   * Debian's and Alpine's revisions must be given.
   *
   * @throws IllegalArgumentException when it is no version
   */
  public static Condition<Installed> haveVersion(String version) {
    VersionRange range = VersionRange.exactly(version);
    return versionCondition("have version " + version, "version " + version, range);
  }

  /**
   * Require a version in a range: {@code package curl should have a version >= 7.88, < 8}.
   *
   * @param range see {@link VersionRange#parse}
   * @throws IllegalArgumentException when it is no range
   */
  public static Condition<Installed> haveVersionIn(String range) {
    return haveVersionIn(VersionRange.parse(range));
  }

  /** Require a version in this range: {@code package curl should have a version >= 7.88, < 8}. */
  public static Condition<Installed> haveVersionIn(VersionRange range) {
    return versionCondition("have a version " + range, "a version " + range, range);
  }

  private static Condition<Installed> versionCondition(
      String phrase, String expected, VersionRange range) {
    return Condition.of(phrase, expected, (known, facts) -> judge(known, expected, range));
  }

  private static Judgement judge(
      Known<? extends Installed> known, String expected, VersionRange range) {
    List<InstalledPackage> packages = known.value().packages();
    Optional<InstalledPackage> unversioned =
        packages.stream().filter(each -> each.version().isEmpty()).findFirst();
    if (unversioned.isPresent()) {
      return Judgement.undetermined(
          "the database records no version of " + unversioned.get().name());
    }
    Predicate<InstalledPackage> fits = each -> range.contains(each.system(), each.version());
    boolean all = packages.stream().allMatch(fits);
    if (!all && packages.stream().anyMatch(fits)) {
      return Judgement.undetermined(
          "several are installed, and only some have " + expected + ": " + describe(known));
    }
    return Judgement.of(all, expected, describe(known), known.evidence());
  }

  private static String describe(Known<? extends Installed> known) {
    return new PackageInstances(known.value().packages().get(0).name(), known.value().packages())
        .description();
  }
}

package org.seatrial.image.packages;

import org.seatrial.check.Condition;
import org.seatrial.check.Judgement;
import org.seatrial.check.value.Attribute;
import org.seatrial.check.value.JsonValue;

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
          (known, facts) -> Judgement.holds(Alike.describe(known.value()), known.evidence()));

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
    return inRange("have version " + version, "version " + version, range);
  }

  /**
   * Require that the condition holds of the version as its system writes it, a text such as {@code
   * 7.88.1-10+deb12u12}: {@code have version be text matching /deb12u/}. The conditions are those
   * of {@link org.seatrial.check.value.ValueConditions}; {@link #haveVersionIn(String)} knows how
   * the system orders versions.
   */
  public static Condition<Installed> haveVersion(Condition<? super JsonValue> condition) {
    Condition<InstalledPackage> one =
        new Attribute<InstalledPackage>("have version", each -> JsonValue.of(each.version()))
            .condition(condition);
    return Alike.of("to " + one.phrase(), one);
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
    return inRange("have a version " + range, "a version " + range, range);
  }

  private static Condition<Installed> inRange(String phrase, String expected, VersionRange range) {
    return Alike.of(
        expected,
        Condition.of(
            phrase,
            expected,
            (known, facts) -> {
              InstalledPackage one = known.value();
              return Judgement.of(
                  range.contains(one.system(), one.version()),
                  expected,
                  one.description(),
                  known.evidence());
            }));
  }
}

package org.seatrial.image.packages;

/** A system of packages, with its own form of versions and its own order of them. */
public enum PackageSystem {
  /** Debian's: {@code [epoch:]upstream[-revision]}, as in {@code 1:7.88.1-10+deb12u12}. */
  DPKG("dpkg"),
  /** Alpine's: {@code version[-rN]}, as in {@code 8.5.0_rc1-r0}. */
  APK("apk"),
  /** Red Hat's and SUSE's: {@code [epoch:]version-release}, as in {@code 7.76.1-29.el9_4}. */
  RPM("rpm");

  private final String phrase;

  PackageSystem(String phrase) {
    this.phrase = phrase;
  }

  /**
   * Compare two versions as this system does; every text is ordered, also one that the system would
   * refuse. As in rpm's own requirements, rpm's releases count only where both have one: {@code
   * 7.76.1} equals each {@code 7.76.1-N}. Debian's and Alpine's revisions always count. Linear in
   * the lengths.
   *
   * @return negative, zero or positive when the first is older, equal or newer
   */
  public int compareVersions(String first, String second) {
    return switch (this) {
      case DPKG -> DebianVersions.compare(first, second);
      case APK -> AlpineVersions.compare(first, second);
      case RPM -> RpmVersions.compare(first, second);
    };
  }

  /** Return the name of the system, such as {@code dpkg}. */
  @Override
  public String toString() {
    return phrase;
  }
}

package org.seatrial.image.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Reads rpm's database in SQLite: a table of headers. */
final class RpmPackages {

  private RpmPackages() {}

  /**
   * Return the packages, in the order of the database; imported keys, which rpm keeps among them,
   * are left out.
   *
   * @throws org.seatrial.check.InspectionException when the bytes are no such database
   */
  static List<InstalledPackage> parse(String path, byte[] content) {
    List<InstalledPackage> packages = new ArrayList<>();
    SqliteFile.open(path, content)
        .rows(
            "Packages",
            row -> {
              InstalledPackage found = packageOf(row.blob(1));
              if (!found.name().equals("gpg-pubkey")) {
                PackageLimit.require(path, packages.size());
                packages.add(found);
              }
            });
    return packages;
  }

  private static InstalledPackage packageOf(Bytes blob) {
    RpmHeader header = RpmHeader.parse(blob);
    String name = header.text(RpmHeader.NAME);
    String version = header.text(RpmHeader.VERSION);
    String release = header.text(RpmHeader.RELEASE);
    if (name.isEmpty() || version.isEmpty() || release.isEmpty()) {
      throw blob.wrong("has a package without a name, a version or a release");
    }
    OptionalLong epoch = header.number(RpmHeader.EPOCH);
    OptionalLong size = header.number(RpmHeader.LONG_SIZE);
    return new InstalledPackage(
        PackageSystem.RPM,
        name,
        (epoch.isPresent() ? epoch.getAsLong() + ":" : "") + version + "-" + release,
        header.text(RpmHeader.ARCHITECTURE),
        size.isPresent() ? size : header.number(RpmHeader.SIZE));
  }
}

package org.seatrial.image.packages;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.OptionalLong;
import org.seatrial.check.Described;

/**
 * A package that its system records as installed.
 *
 * @param system whose database it is in
 * @param name its name, without architecture
 * @param version its version as the system writes it: dpkg {@code [epoch:]upstream[-revision]}, apk
 *     {@code version-rN}, rpm {@code [epoch:]version-release}; empty when the database has none
 * @param architecture as the system names it, such as {@code amd64}, {@code x86_64} or {@code
 *     noarch}; empty when the database has none
 * @param size what the installed files take, in bytes, as the package says; empty when the database
 *     has none
 */
public record InstalledPackage(
    PackageSystem system, String name, String version, String architecture, OptionalLong size)
    implements Installed, Described {

  public InstalledPackage {
    requireNonNull(system, "system must not be null");
    requireNonNull(name, "name must not be null");
    requireNonNull(version, "version must not be null");
    requireNonNull(architecture, "architecture must not be null");
    requireNonNull(size, "size must not be null");
  }

  @Override
  public List<InstalledPackage> packages() {
    return List.of(this);
  }

  @Override
  public String label() {
    return name;
  }

  @Override
  public String description() {
    return (version.isEmpty() ? "no version recorded" : "version " + version)
        + " ("
        + system
        + (architecture.isEmpty() ? "" : ", " + architecture)
        + ")";
  }
}

package org.seatrial.testkit.image;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A package as dpkg's database has it.
 *
 * @param name such as {@code libssl3}
 * @param version such as {@code 3.0.11-1~deb12u2}
 * @param architecture such as {@code amd64}
 * @param status the three words of dpkg, such as {@code install ok installed}
 */
public record MadeUpPackage(String name, String version, String architecture, String status) {

  /** Where dpkg keeps its database. */
  static final String DATABASE = "/var/lib/dpkg/status";

  public MadeUpPackage {
    requireNonNull(name, "name must not be null");
    requireNonNull(version, "version must not be null");
    requireNonNull(architecture, "architecture must not be null");
    requireNonNull(status, "status must not be null");
  }

  /** Return a package that is installed, for amd64. */
  public static MadeUpPackage debian(String name, String version) {
    return new MadeUpPackage(name, version, "amd64", "install ok installed");
  }

  /** Return a copy for this architecture. */
  public MadeUpPackage withArchitecture(String other) {
    return new MadeUpPackage(name, version, other, status);
  }

  /** Return a copy in this state, such as {@code deinstall ok config-files}. */
  public MadeUpPackage withStatus(String other) {
    return new MadeUpPackage(name, version, architecture, other);
  }

  /** Return the paragraph of the database, with its last line ended. */
  public String stanza() {
    return """
    Package: %s
    Status: %s
    Architecture: %s
    Version: %s
    Description: made up
    """
        .formatted(name, status, architecture, version);
  }

  static String database(MadeUpPackage... packages) {
    return Arrays.stream(packages).map(MadeUpPackage::stanza).collect(Collectors.joining("\n"));
  }
}

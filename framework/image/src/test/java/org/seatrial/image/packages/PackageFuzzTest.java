package org.seatrial.image.packages;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.seatrial.check.InspectionException;

/** Package databases and versions, whatever they are: read, or refused by one kind of error. */
class PackageFuzzTest {

  private static void assertReadOrRefused(byte[] bytes, DatabaseReader.Parser parser) {
    try {
      parser.parse("it", bytes).forEach(found -> assertThat(found.name()).isNotEmpty());
    } catch (InspectionException e) {
      assertThat(e.getMessage()).startsWith("it:");
    }
  }

  @FuzzTest(maxDuration = "1m")
  void dpkg_status(byte[] bytes) {
    assertReadOrRefused(bytes, DpkgPackages::parseStatus);
  }

  @FuzzTest(maxDuration = "1m")
  void dpkg_entries(byte[] bytes) {
    assertReadOrRefused(bytes, DpkgPackages::parseEntry);
  }

  @FuzzTest(maxDuration = "1m")
  void apk_databases(byte[] bytes) {
    assertReadOrRefused(bytes, ApkPackages::parse);
  }

  @FuzzTest(maxDuration = "1m")
  void rpm_databases(byte[] bytes) {
    assertReadOrRefused(bytes, RpmPackages::parse);
  }

  @FuzzTest(maxDuration = "1m")
  void rpm_headers(byte[] bytes) {
    try {
      RpmHeader header = RpmHeader.parse(Bytes.of("it", bytes));
      header.text(RpmHeader.NAME);
      header.number(RpmHeader.EPOCH);
      header.number(RpmHeader.LONG_SIZE);
    } catch (InspectionException e) {
      assertThat(e.getMessage()).startsWith("it:");
    }
  }

  @FuzzTest(maxDuration = "1m")
  void version_ranges(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    try {
      VersionRange range = VersionRange.parse(text);
      assertThat(VersionRange.parse(range.toString())).isEqualTo(range);
      Arrays.stream(PackageSystem.values()).forEach(system -> range.contains(system, text));
    } catch (IllegalArgumentException e) {
      assertThat(e.getMessage()).startsWith("range must be bounds such as ");
    }
  }

  @FuzzTest(maxDuration = "1m")
  void versions_are_in_one_order(byte[] bytes) {
    String[] parts = new String(bytes, StandardCharsets.UTF_8).split("\0", 2);
    String first = parts[0];
    String second = parts[parts.length - 1];
    for (PackageSystem system : PackageSystem.values()) {
      assertThat(Integer.signum(system.compareVersions(first, second)))
          .isEqualTo(-Integer.signum(system.compareVersions(second, first)));
      assertThat(system.compareVersions(first, first)).isZero();
    }
  }
}

package org.seatrial.image.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.seatrial.check.InspectionException;

/** Databases that were changed at random give packages, or one kind of error with the place. */
class PackageMutationTest {

  private static final String INTERESTING = "\0\n\t :=+~-0179\u0080\u00ff";

  private static void assertReadOrRefused(byte[] seed, int rounds, DatabaseReader.Parser parser) {
    Random random = new Random(42);
    int refused = 0;
    for (int round = 0; round < rounds; round++) {
      byte[] bytes = seed.clone();
      for (int changes = 1 + random.nextInt(8); changes > 0; changes--) {
        bytes[random.nextInt(random.nextBoolean() ? Math.min(200, bytes.length) : bytes.length)] =
            (byte)
                (random.nextBoolean()
                    ? random.nextInt(256)
                    : INTERESTING.charAt(random.nextInt(INTERESTING.length())));
      }
      try {
        parser.parse("it", bytes).forEach(found -> assertThat(found.name()).isNotEmpty());
      } catch (InspectionException e) {
        assertThat(e.getMessage()).startsWith("it:");
        refused++;
      }
    }
    assertThat(refused).isBetween(1, rounds - 1);
  }

  @Test
  void rpm_databases() {
    assertReadOrRefused(Fixtures.unzipped("rpmdb.sqlite.gz"), 300, RpmPackages::parse);
  }

  @Test
  void dpkg_databases() {
    byte[] seed =
        """
        Package: curl
        Status: install ok installed
        Version: 7.88.1-10+deb12u12
        Architecture: amd64
        Installed-Size: 501
        Description: command line tool
         for transferring data
        """
            .getBytes(StandardCharsets.UTF_8);
    assertReadOrRefused(seed, 2_000, DpkgPackages::parseStatus);
    assertReadOrRefused(seed, 2_000, DpkgPackages::parseEntry);
  }

  @Test
  void apk_databases() {
    assertReadOrRefused(
        ApkPackagesTest.INSTALLED.getBytes(StandardCharsets.UTF_8), 2_000, ApkPackages::parse);
  }
}

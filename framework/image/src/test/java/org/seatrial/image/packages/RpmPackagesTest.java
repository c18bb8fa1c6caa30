package org.seatrial.image.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.seatrial.check.InspectionException;

class RpmPackagesTest {

  private static final String PATH = "/var/lib/rpm/rpmdb.sqlite";
  private static final byte[] DATABASE = Fixtures.unzipped("rpmdb.sqlite.gz");

  @Test
  void reads_what_rpm_itself_says_of_its_database() {
    List<String> read =
        RpmPackages.parse(PATH, DATABASE).stream()
            .map(p -> "%s %s %s %d".formatted(p.name(), p.version(), p.architecture(), size(p)))
            .sorted()
            .toList();
    assertThat(read).hasSize(40).isEqualTo(Fixtures.text("rpmdb.txt").lines().toList());
  }

  @Test
  void leaves_out_imported_keys() {
    assertThat(new String(DATABASE, StandardCharsets.ISO_8859_1)).contains("gpg-pubkey");
    assertThat(RpmPackages.parse(PATH, DATABASE))
        .extracting(InstalledPackage::name)
        .doesNotContain("gpg-pubkey");
  }

  @Test
  void says_what_is_no_database_of_packages() {
    assertThatThrownBy(() -> RpmPackages.parse(PATH, new byte[0]))
        .isInstanceOf(InspectionException.class)
        .hasMessage(PATH + ": is no SQLite 3 database");
    assertThatThrownBy(() -> RpmPackages.parse(PATH, Fixtures.unzipped("deep.sqlite.gz")))
        .isInstanceOf(InspectionException.class)
        .hasMessage(PATH + ": has no table Packages");
  }

  @Test
  void says_at_every_length_that_a_file_is_cut_off() {
    for (int length = 0; length < DATABASE.length; length += 1 + length / 3) {
      byte[] cut = Arrays.copyOf(DATABASE, length);
      assertThatThrownBy(() -> RpmPackages.parse(PATH, cut))
          .as("%d bytes", length)
          .isInstanceOf(InspectionException.class)
          .hasMessageStartingWith(PATH + ": is ");
    }
  }

  @Test
  void ends_with_packages_or_a_reason_whatever_bytes_are_damaged() {
    Random random = new Random(20260101);
    int refused = 0;
    for (int round = 0; round < 200; round++) {
      byte[] damaged = DATABASE.clone();
      for (int i = 0; i < 1 + round; i++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      refused += refuses(damaged) ? 1 : 0;
    }
    assertThat(refused).isBetween(1, 199);
  }

  @Test
  void ends_with_packages_or_a_reason_whatever_the_first_pages_say() {
    Random random = new Random(20260102);
    int refused = 0;
    for (int round = 0; round < 200; round++) {
      byte[] damaged = DATABASE.clone();
      for (int i = 0; i < 8; i++) {
        // Numbers such as 0xffffffff, where the file's header, the schema and the roots are.
        int at = 16 + random.nextInt(6 * 4096);
        ByteBuffer.wrap(damaged).putInt(at, random.nextInt(4) - 2);
      }
      refused += refuses(damaged) ? 1 : 0;
    }
    assertThat(refused).isGreaterThan(0);
  }

  private static boolean refuses(byte[] database) {
    try {
      RpmPackages.parse(PATH, database);
      return false;
    } catch (InspectionException e) {
      assertThat(e).hasMessageStartingWith(PATH + ": ");
      return true;
    }
  }

  private static long size(InstalledPackage found) {
    return found.size().orElse(-1);
  }
}

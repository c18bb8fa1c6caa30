package org.seatrial.image.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seatrial.check.InspectionException;

class ApkPackagesTest {

  private static final String PATH = "/lib/apk/db/installed";

  static final String INSTALLED =
      """
      C:Q1aGVsbG8gd29ybGQgaGVsbG8gd29ybGQ=
      P:musl
      V:1.2.5-r8
      A:x86_64
      S:409600
      I:667648
      T:the C library
      U:https://musl.example/
      L:MIT
      o:musl
      m:Somebody <somebody@example.org>
      t:1700000000
      c:0123456789abcdef0123456789abcdef01234567
      p:so:libc.musl-x86_64.so.1=1
      F:lib
      R:ld-musl-x86_64.so.1
      a:0:0:755
      Z:Q1aGVsbG8gd29ybGQgaGVsbG8gd29ybGQ=
      R:libc.musl-x86_64.so.1
      a:0:0:777
      M:0:0:1777

      C:Q1aGVsbG8gd29ybGQgaGVsbG8gd29ybGQ=
      P:curl
      V:8.11.1_rc1-r2
      A:x86_64
      i:busybox
      D:ca-certificates-bundle so:libc.musl-x86_64.so.1

      """;

  @Test
  void reads_packages_and_tells_fields_by_their_case() {
    assertThat(parse(INSTALLED))
        .containsExactly(
            new InstalledPackage(
                PackageSystem.APK, "musl", "1.2.5-r8", "x86_64", OptionalLong.of(667_648)),
            new InstalledPackage(
                PackageSystem.APK, "curl", "8.11.1_rc1-r2", "x86_64", OptionalLong.empty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "P:a\\nV:1\\nP:b\\n|:3: gives P again; a blank line between packages may be missing",
        "C:Q1\\nV:1\\n\\n|:1: a package without a name begins here",
        "P:a\\n\\nP\\n|:3: must be a field and its value, with a colon between them",
        "P:a\\nV:1.2|: ends within a line; the file is cut off",
      })
  void says_file_and_line_of_what_it_cannot_read(String text, String reason) {
    assertThatThrownBy(() -> parse(text.replace("\\n", "\n")))
        .isInstanceOf(InspectionException.class)
        .hasMessage(PATH + reason);
  }

  @Test
  void notices_at_most_lengths_that_it_is_cut_off() {
    for (int length = 1; length < INSTALLED.length(); length++) {
      String cut = INSTALLED.substring(0, length);
      if (!cut.endsWith("\n")) {
        assertThatThrownBy(() -> parse(cut)).as("%d bytes", length).hasMessageContaining("cut off");
      }
    }
  }

  @Test
  void reads_a_million_lines() {
    assertThat(parse("P:a\nV:1-r0\n" + "R:file\n".repeat(1_000_000))).hasSize(1);
  }

  @Test
  void keeps_a_package_without_a_version() {
    assertThat(parse("P:a\n\n").get(0).version()).isEmpty();
  }

  private static List<InstalledPackage> parse(String text) {
    return ApkPackages.parse(PATH, text.getBytes(StandardCharsets.UTF_8));
  }
}

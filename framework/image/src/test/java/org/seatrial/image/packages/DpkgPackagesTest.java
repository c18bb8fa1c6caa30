package org.seatrial.image.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seatrial.check.InspectionException;

class DpkgPackagesTest {

  private static final String PATH = "/var/lib/dpkg/status";

  private static final String STATUS =
      """
      Package: curl
      Status: install ok installed
      Priority: optional
      Installed-Size: 501
      Architecture: amd64
      Multi-Arch: foreign
      Version: 7.88.1-10+deb12u12
      Depends: libc6 (>= 2.34),
       libcurl4 (= 7.88.1-10+deb12u12)
      Description: fetches what an address names
       Package: this is a folded line
       .
       Version: 1.0
      Conffiles:
       /etc/curlrc 0123456789abcdef0123456789abcdef

      Package: libc6
      Status: hold ok installed
      Architecture: amd64
      Source: glibc
      Version: 2.36-9+deb12u10

      package: libc6
      STATUS: install ok installed
      architecture: i386
      version: 2.36-9+deb12u10
      installed-size: unknown

      Package: telnet
      Status: deinstall ok config-files
      Architecture: all
      Version: 0.17+2.4-2
      """;

  @Test
  void reads_what_is_installed_and_nothing_from_folded_lines() {
    assertThat(parse(STATUS))
        .containsExactly(
            dpkg("curl", "7.88.1-10+deb12u12", "amd64", OptionalLong.of(501 * 1024)),
            dpkg("libc6", "2.36-9+deb12u10", "amd64", OptionalLong.empty()),
            dpkg("libc6", "2.36-9+deb12u10", "i386", OptionalLong.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "install ok installed, 1",
    "hold ok installed, 1",
    "deinstall ok installed, 1",
    "install reinstreq installed, 1",
    "install ok triggers-pending, 1",
    "install ok triggers-awaited, 1",
    "install ok unpacked, 0",
    "install ok half-installed, 0",
    "install ok half-configured, 0",
    "deinstall ok config-files, 0",
    "purge ok not-installed, 0",
  })
  void counts_the_state_and_not_what_is_wanted(String status, int count) {
    assertThat(parse("Package: a\nStatus: " + status + "\nVersion: 1\n")).hasSize(count);
  }

  @Test
  void keeps_a_package_without_a_version() {
    assertThat(parse("Package: a\nStatus: install ok installed\n"))
        .containsExactly(dpkg("a", "", "", OptionalLong.empty()));
  }

  @Test
  void reads_an_empty_file_as_no_package() {
    assertThat(parse("")).isEmpty();
    assertThat(parse("\n\n\n")).isEmpty();
  }

  @Test
  void reads_a_file_of_a_distroless_image_without_a_status() {
    String entry = "Package: base-files\nVersion: 12.4+deb12u5\nArchitecture: amd64";
    assertThat(DpkgPackages.parseEntry("/var/lib/dpkg/status.d/base", utf8(entry)))
        .containsExactly(dpkg("base-files", "12.4+deb12u5", "amd64", OptionalLong.empty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Package a\\n|:1: must be a field and its value, with a colon between them",
        "Package: a\\n"
            + "root:x:0\\n"
            + "\\n"
            + "a b c: d\\n"
            + "|:4: must be a field and its value, with a colon between them",
        ": a\\n|:1: must be a field and its value, with a colon between them",
        "' folded\\n'|:1: goes on with a field, but none came before",
        "Package: a\\n"
            + "Status: install ok installed\\n"
            + "Package: b\\n"
            + "|:3: gives package again; a blank line between packages may be missing",
        "\\n"
            + "\\n"
            + "Version: 1\\n"
            + "Status: install ok installed\\n"
            + "|:3: a package without a name begins here",
        "Package: a\\nVersion: 1\\n|:1: the status of package a must be three words",
        "Package: a\\nStatus: installed\\n|:1: the status of package a must be three words",
        "Package: a\\nStatus: install ok|: ends within a line; the file is cut off",
      })
  void says_file_and_line_of_what_it_cannot_read(String text, String reason) {
    assertThatThrownBy(() -> parse(text.replace("\\n", "\n")))
        .isInstanceOf(InspectionException.class)
        .hasMessage(PATH + reason);
  }

  @Test
  void refuses_more_packages_than_any_system_has() {
    String many = "Package: a\n\n".repeat(PackageLimit.LIMIT + 1);
    assertThatThrownBy(() -> parse(many))
        .isInstanceOf(InspectionException.class)
        .hasMessage(PATH + ": lists more than 100000 packages");
  }

  @Test
  void reads_a_million_lines_and_a_line_of_many_megabytes() {
    String long1 = "Package: a\nStatus: install ok installed\n" + " folded\n".repeat(1_000_000);
    assertThat(parse(long1)).hasSize(1);
    String long2 = "Package: " + "a".repeat(8 << 20) + "\nStatus: install ok installed\n";
    assertThat(parse(long2)).hasSize(1);
    assertThat(parse("x:\n".repeat(1_000_000))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "1.5", "9999999999999999", "１２", "0x10"})
  void leaves_out_a_size_that_is_no_number(String size) {
    String text = "Package: a\nStatus: install ok installed\nInstalled-Size: " + size + "\n";
    assertThat(parse(text).get(0).size()).isEmpty();
  }

  @Test
  void agrees_with_dpkg_about_this_machine(@TempDir Path folder)
      throws IOException, InterruptedException {
    assumeThat(Path.of(PATH)).isReadable();
    assumeThat(Path.of("/usr/bin/dpkg-query")).isExecutable();
    // A copy: others may install packages meanwhile.
    Path status = Files.copy(Path.of(PATH), folder.resolve("status"));
    Process query =
        new ProcessBuilder(
                "/usr/bin/dpkg-query",
                "--admindir=" + folder,
                "-W",
                "-f",
                "${Status}|${Package} ${Version} ${Architecture}\\n")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String output = new String(query.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(query.waitFor()).as("exit code of dpkg-query").isZero();
    List<String> expected =
        output
            .lines()
            .filter(line -> line.contains(" installed|"))
            .map(line -> line.substring(line.indexOf('|') + 1))
            .sorted()
            .toList();
    List<String> read =
        DpkgPackages.parseStatus(PATH, Files.readAllBytes(status)).stream()
            .map(p -> p.name() + " " + p.version() + " " + p.architecture())
            .sorted()
            .toList();
    assertThat(read).isNotEmpty().isEqualTo(expected);
  }

  private static List<InstalledPackage> parse(String text) {
    return DpkgPackages.parseStatus(PATH, utf8(text));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static InstalledPackage dpkg(
      String name, String version, String architecture, OptionalLong size) {
    return new InstalledPackage(PackageSystem.DPKG, name, version, architecture, size);
  }
}

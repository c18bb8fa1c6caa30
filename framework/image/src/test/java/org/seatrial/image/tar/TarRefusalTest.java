package org.seatrial.image.tar;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.seatrial.image.tar.TarContract.assertRefused;
import static org.seatrial.image.tar.TarFixture.tar;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused, with the entry, the place and the reason. */
class TarRefusalTest {

  @ParameterizedTest
  @ValueSource(strings = {"..", "../x", "a/../../x", "./../x", "a/b/../../.."})
  void a_path_that_climbs_out_of_the_root(String path) {
    assertRefused(
        tar().file("fine", "").file(path, "").bytes(),
        "entry 2 at byte 512 (\"" + path + "\"): its path climbs out of the root");
  }

  @Test
  void a_pax_path_that_climbs_out_or_has_a_nul() {
    assertRefused(
        tar().pax("path=../etc/x").file("x", "").bytes(),
        "entry 1 at byte 1024 (\"../etc/x\"): its path climbs out of the root");
    assertRefused(
        tar().pax("path=a\0b").file("x", "").bytes(),
        "entry 1 at byte 0: the record path of its extended header has a NUL");
    assertRefused(
        tar().pax("linkpath=a\0b").file("x", "").bytes(),
        "entry 1 at byte 0: the record linkpath of its extended header has a NUL");
    assertRefused(
        tar().pax("a\0b=c").file("x", "").bytes(),
        "entry 1 at byte 0: the record a\\u0000b of its extended header has a NUL");
  }

  @Test
  void a_path_or_link_that_is_too_long_or_too_deep() {
    String longName = "d/".repeat(200) + "x".repeat(3_697);
    assertRefused(
        tar().pax("path=" + longName).file("x", "").bytes(),
        "entry 1 at byte 5120 (\"x\"): its path has 4097 bytes, more than 4096");
    assertThat(
            TarContract.only(tar().pax("path=" + longName.substring(1)).file("x", "").bytes())
                .path()
                .length())
        .isEqualTo(4_095);
    assertRefused(
        tar().pax("linkpath=" + "l".repeat(4_097)).symlink("x", "").bytes(),
        "entry 1 at byte 5120 (\"x\"): its link target has 4097 bytes, more than 4096");
    assertRefused(
        tar().pax("path=" + "d/".repeat(512) + "x").file("x", "").bytes(),
        "entry 1 at byte 2048 (\""
            + "d/".repeat(100)
            + "… (825 more characters)\"): its path has 513 elements, more than 512");
  }

  @Test
  void an_element_of_more_than_255_bytes_is_taken() {
    String path = "a".repeat(300);
    assertThat(TarContract.only(tar().pax("path=" + path).file("x", "").bytes()).path())
        .hasToString(path);
  }

  @Test
  void a_root_that_is_no_directory() {
    assertRefused(
        tar().symlink("./", "elsewhere").bytes(),
        "entry 1 at byte 0 (\"./\"): the root must be a directory, but it is a symbolic link");
    assertRefused(
        tar().file("", "x").bytes(),
        "entry 1 at byte 0: the root must be a directory, but it is a regular file");
  }

  @Test
  void a_header_that_is_damaged_or_none() {
    assertRefused(
        tar().file("a", "", h -> h.checksum("000001\0 ")).bytes(),
        "entry 1 at byte 0: its header is damaged, or not that of a tar archive: the checksum says"
            + " 1, but the bytes sum up to 3134");
    assertRefused(
        "this is no archive".repeat(100).getBytes(ISO_8859_1),
        "entry 1 at byte 0: its header is not that of a tar archive: the checksum is no number");
    assertRefused(
        "short".getBytes(ISO_8859_1), "entry 1 at byte 0: the archive ends within its header");
  }

  @ParameterizedTest
  @CsvSource({"100,mode", "108,uid", "116,gid", "124,size", "136,mtime"})
  void a_field_that_is_no_number(int offset, String field) {
    assertRefused(
        tar().file("a", "", h -> h.put(offset, "12a4567")).bytes(),
        "entry 1 at byte 0 (\"a\"): its "
            + field
            + " is no number: \"12a4567"
            + (offset < 124 ? "" : "0000")
            + "\\u0000\"");
  }

  @Test
  void a_size_that_is_negative_or_beyond_any_archive() {
    assertRefused(
        tar().file("a", "", h -> h.binary(124, 12, -1)).bytes(),
        "entry 1 at byte 0 (\"a\"): its size is negative: -1");
    assertRefused(
        tar().pax("size=-5").file("a", "").bytes(),
        "entry 1 at byte 1024 (\"a\"): its size is negative: -5");
    assertRefused(
        tar().pax("size=9223372036854775807").file("a", "").bytes(),
        "entry 1 at byte 1024 (\"a\"): its size of 9223372036854775807 bytes is beyond any"
            + " archive");
    assertRefused(
        tar().pax("size=99999999999999999999").file("a", "").bytes(),
        "entry 1 at byte 1024 (\"a\"): its size is no number: \"99999999999999999999\"");
    assertRefused(
        tar()
            .file(
                "a",
                "",
                h ->
                    h.put(
                        124,
                        "\u0080\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff"))
            .bytes(),
        "entry 1 at byte 0 (\"a\"): its size does not fit into 64 bits");
  }

  @Test
  void an_archive_that_was_cut() {
    byte[] archive = tar().file("a", "x".repeat(600)).file("b", "").bytes();
    assertRefused(
        Arrays.copyOf(archive, 1111),
        "entry 1 at byte 0 (\"a\"): the archive ends within its content, at byte 1111");
    assertRefused(
        Arrays.copyOf(archive, 1600), "entry 2 at byte 1536: the archive ends within its header");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5|record at byte 0 of its extended header has no length",
        "x a=b|record at byte 0 of its extended header has no length",
        "-5 a=b|record at byte 0 of its extended header has no length",
        "99999999999 a=b|record at byte 0 of its extended header has no length",
        "99 a=b|record at byte 0 of its extended header has a wrong length",
        "6 a=b|record at byte 0 of its extended header has a wrong length",
        "3 a=b|record at byte 0 of its extended header has a wrong length",
        "'6 ab\n '|record at byte 0 of its extended header has a wrong length",
        "'7 ab=\n'|record at byte 0 of its extended header has a wrong length",
        "'5 ab\n'|record at byte 0 of its extended header has no key",
        "'5 =b\n'|record at byte 0 of its extended header has no key",
        "'7 a=b\n\n6 c=d'|record at byte 7 of its extended header has a wrong length"
      })
  void a_record_of_pax_that_is_wrong(String data, String reason) {
    byte[] archive =
        tar().entry('x', "p", data.getBytes(ISO_8859_1), h -> {}).file("a", "").bytes();
    assertRefused(archive, "entry 1 at byte 0: " + reason);
    byte[] global = tar().entry('g', "p", data.getBytes(ISO_8859_1), h -> {}).file("a", "").bytes();
    assertRefused(global, "entry 1 at byte 0: " + reason);
  }

  @ParameterizedTest
  @CsvSource({"uid,x", "gid,1.5", "mtime,1.5x", "mtime,x", "size,0x5"})
  void a_number_of_pax_that_is_none(String key, String value) {
    assertRefused(
        tar().pax(key + "=" + value).file("a", "").bytes(),
        "entry 1 at byte 1024 (\"a\"): its " + key + " is no number: \"" + value + "\"");
  }

  @Test
  void an_extended_header_that_is_huge_or_cut_or_extends_nothing() {
    assertRefused(
        tar().entry('x', "p", new byte[0], h -> h.size((1 << 20) + 1)).bytes(),
        "entry 1 at byte 0: its extended header has 1048577 bytes, more than 1048576");
    assertRefused(
        tar().entry('L', "p", new byte[0], h -> h.gnu().binary(124, 12, -1)).bytes(),
        "entry 1 at byte 0: its extended header has -1 bytes, more than 1048576");
    assertRefused(
        tar().entry('x', "p", new byte[0], h -> h.size(4_000)).bytes(),
        "entry 1 at byte 0: the archive ends within its extended header");
    assertRefused(
        tar().pax("path=x").bytes(),
        "entry 1 at byte 1024: the archive ends before the entry that the last header extends");
  }

  @Test
  void a_block_of_zeros_in_the_middle() {
    assertRefused(
        tar().file("a", "").raw(new byte[512]).file("b", "").bytes(),
        "entry 2 at byte 512: a single block of zeros is followed by something else");
  }

  @Test
  void the_rest_of_a_file_on_another_volume() {
    assertRefused(
        tar().entry('M', "a", new byte[5], h -> h.gnu()).bytes(),
        "entry 1 at byte 0: it is the rest of a file that began on another volume");
  }

  @Test
  void more_entries_and_bytes_than_the_limits() {
    byte[] three = tar().file("a", "").file("b", "").file("c", "").bytes();
    assertThat(TarContract.entries(three, Limits.standard().withEntries(3))).hasSize(3);
    assertRefused(
        three,
        Limits.standard().withEntries(2),
        "entry 3 at byte 1024 (\"c\"): the archive has more than 2 entries");
  }

  @Test
  void more_behind_the_end_than_padding() {
    byte[] archive = new byte[(16 << 20) + 1025];
    assertRefused(archive, "it goes on for more than 16777216 bytes after its end");
  }
}

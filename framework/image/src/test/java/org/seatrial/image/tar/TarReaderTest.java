package org.seatrial.image.tar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.seatrial.image.tar.TarContract.entries;
import static org.seatrial.image.tar.TarContract.only;
import static org.seatrial.image.tar.TarFixture.tar;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is taken, in all the formats there are. */
class TarReaderTest {

  private static List<String> paths(byte[] archive) {
    return entries(archive).stream().map(e -> e.path().toString()).toList();
  }

  @Test
  void every_field_of_a_header_is_read() {
    TarEntry entry =
        only(tar().file("etc/motd", "hello", h -> h.mode(0100640).owner(7, 8).modified(9)).bytes());
    assertThat(entry.number()).isZero();
    assertThat(entry.path()).hasToString("etc/motd");
    assertThat(entry.type()).isEqualTo(EntryType.REGULAR);
    assertThat(entry.attributes().mode()).hasToString("0640");
    assertThat(entry.attributes().owner()).hasToString("7:8");
    assertThat(entry.attributes().modified()).isEqualTo(Instant.ofEpochSecond(9));
    assertThat(entry.attributes().capability()).isEmpty();
    assertThat(entry.link()).isEqualTo(RawText.EMPTY);
    assertThat(entry.content()).isEqualTo(Content.plain(512, 5));
  }

  @ParameterizedTest
  @CsvSource({
    "x,x",
    "./x,x",
    "/x,x",
    "//x,x",
    "a//b,a/b",
    "a/./b,a/b",
    "a/../b,b",
    "/../b,b",
    "a/b/../../c,c",
    "a\\b,a\\b",
    "...,...",
    "..x/y..,..x/y..",
    ".a,.a",
    "a/..b,a/..b"
  })
  void a_path_loses_what_means_nothing(String written, String path) {
    assertThat(only(tar().file(written, "").bytes()).path()).hasToString(path);
  }

  @ParameterizedTest
  @CsvSource({"'',''", ".,''", "./,''", "/,''", "a/..,''", "x/,x"})
  void a_directory_can_be_the_root(String written, String path) {
    assertThat(only(tar().directory(written).bytes()).path()).hasToString(path);
  }

  @Test
  void a_path_of_any_bytes_is_kept() {
    TarEntry entry = only(tar().file("a\u00ff\u00c3\u00a9", "").bytes());
    assertThat(entry.path()).hasToString("a\udcff\u00e9");
    assertThat(RawText.of("a\udcff\u00e9")).isEqualTo(entry.path());
  }

  @Test
  void a_prefix_comes_before_the_name() {
    byte[] posix = tar().file("name", "", h -> h.put(345, "a/prefix")).bytes();
    assertThat(only(posix).path()).hasToString("a/prefix/name");
    byte[] star =
        tar().file("name", "", h -> h.put(345, "p").put(476, "1").put(508, "tar\0")).bytes();
    assertThat(only(star).path()).hasToString("p/name");
    byte[] gnu = tar().file("name", "", h -> h.gnu().put(345, "00000000000")).bytes();
    assertThat(only(gnu).path()).hasToString("name");
    byte[] old = tar().file("name", "", h -> h.old().put(345, "junk")).bytes();
    assertThat(only(old).path()).hasToString("name");
  }

  @Test
  void an_old_archive_tells_a_directory_by_its_slash_and_no_other_does() {
    assertThat(only(tar().entry('\0', "d/", new byte[0], h -> h.old()).bytes()).type())
        .isEqualTo(EntryType.DIRECTORY);
    assertThat(only(tar().entry('\0', "d", new byte[0], h -> h.old()).bytes()).type())
        .isEqualTo(EntryType.REGULAR);
    TarEntry file = only(tar().file("d/", "text").bytes());
    assertThat(file.type()).isEqualTo(EntryType.REGULAR);
    assertThat(file.path()).hasToString("d");
  }

  @ParameterizedTest
  @CsvSource({
    "1,HARD_LINK",
    "2,SYMLINK",
    "3,CHARACTER_DEVICE",
    "4,BLOCK_DEVICE",
    "5,DIRECTORY",
    "6,FIFO",
    "7,REGULAR",
    "Z,REGULAR",
    "A,REGULAR",
    "D,DIRECTORY"
  })
  void each_flag_makes_a_type(char flag, EntryType type) {
    assertThat(only(tar().entry(flag, "x", new byte[0], h -> {}).bytes()).type()).isEqualTo(type);
  }

  @Test
  void only_regular_files_have_content_whatever_the_header_says() {
    byte[] archive =
        tar()
            .entry('5', "d", new byte[0], h -> h.size(700))
            .entry('1', "l", new byte[0], h -> h.size(700).link("f"))
            .file("f", "x")
            .bytes();
    assertThat(paths(archive)).containsExactly("d", "l", "f");
  }

  @Test
  void a_link_keeps_its_target_as_written() {
    TarEntry link = only(tar().symlink("l", "../../a//b/").bytes());
    assertThat(link.type()).isEqualTo(EntryType.SYMLINK);
    assertThat(link.link()).hasToString("../../a//b/");
  }

  @Test
  void a_long_name_of_gnu_replaces_the_name_and_one_of_pax_too() {
    String longName = "d/".repeat(120) + "f";
    byte[] archive =
        tar()
            .entry('L', "././@LongLink", (longName + "\0junk").getBytes(UTF_8), h -> h.gnu())
            .entry('K', "././@LongLink", (longName + "k\0").getBytes(UTF_8), h -> h.gnu())
            .entry('2', "short", new byte[0], h -> h.gnu().link("short"))
            .pax("path=" + longName + "p", "linkpath=" + longName + "q")
            .symlink("short", "short")
            .file("next", "")
            .bytes();
    List<TarEntry> entries = entries(archive);
    assertThat(entries.get(0).path()).hasToString(longName);
    assertThat(entries.get(0).link()).hasToString(longName + "k");
    assertThat(entries.get(1).path()).hasToString(longName + "p");
    assertThat(entries.get(1).link()).hasToString(longName + "q");
    assertThat(entries.get(2).path()).hasToString("next");
  }

  @Test
  void a_long_name_of_gnu_wins_over_one_of_pax_as_in_the_engines() {
    byte[] archive =
        tar()
            .entry('L', "x", "gnu".getBytes(UTF_8), h -> h.gnu())
            .pax("path=pax")
            .file("ustar", "")
            .bytes();
    assertThat(paths(archive)).containsExactly("gnu");
  }

  @Test
  void records_of_pax_replace_fields_and_empty_ones_do_not() {
    TarEntry entry =
        only(
            tar()
                .pax("uid=4294967296", "gid=3000000000", "mtime=1.25", "size=5", "path=", "x=y")
                .file("f", "hello", h -> h.size(0))
                .bytes());
    assertThat(entry.attributes().owner()).hasToString("4294967296:3000000000");
    assertThat(entry.attributes().modified()).isEqualTo(Instant.ofEpochSecond(1, 250_000_000));
    assertThat(entry.content().size()).isEqualTo(5);
    assertThat(entry.path()).hasToString("f");
  }

  @ParameterizedTest
  @CsvSource({
    "0,1970-01-01T00:00:00Z",
    "-1.5,1969-12-31T23:59:58.500Z",
    "-0.25,1969-12-31T23:59:59.750Z",
    "1.123456789999,1970-01-01T00:00:01.123456789Z",
    "9223372036854775807,+1000000000-12-31T23:59:58Z",
    "-9223372036854775808,-1000000000-01-01T00:00:01Z"
  })
  void a_time_of_pax_can_have_a_fraction_and_be_absurd(String written, String time) {
    TarEntry entry = only(tar().pax("mtime=" + written).file("f", "").bytes());
    assertThat(entry.attributes().modified()).isEqualTo(Instant.parse(time));
  }

  @Test
  void global_records_mean_nothing_as_for_the_engines() {
    byte[] archive =
        tar()
            .entry('g', "g", TarFixture.paxData("path=global", "size=0", "uid=5"), h -> {})
            .file("f", "hello")
            .bytes();
    assertThat(only(archive).path()).hasToString("f");
    assertThat(only(archive).content().size()).isEqualTo(5);
    assertThat(only(archive).attributes().owner()).hasToString("0:0");
  }

  @Test
  void an_attribute_with_capabilities_is_binary() {
    String value = "\1\0\0\2\n=\0\u00ff";
    TarEntry entry =
        only(
            tar()
                .pax("SCHILY.xattr.security.capability=" + value, "SCHILY.xattr.user.x=\0y")
                .file("f", "")
                .bytes());
    byte[] bytes = new byte[8];
    entry.attributes().capability().orElseThrow().copyTo(bytes, 0);
    assertThat(bytes).containsExactly(1, 0, 0, 2, '\n', '=', 0, 0xff);
  }

  @Test
  void numbers_can_be_in_base_256() {
    TarEntry entry =
        only(
            tar()
                .file(
                    "f",
                    "hello",
                    h -> h.gnu().binary(124, 12, 5).binary(108, 8, 1L << 40).binary(136, 12, -7))
                .bytes());
    assertThat(entry.content().size()).isEqualTo(5);
    assertThat(entry.attributes().owner().uid()).isEqualTo(1L << 40);
    assertThat(entry.attributes().modified()).isEqualTo(Instant.ofEpochSecond(-7));
  }

  @Test
  void numbers_can_be_padded_by_spaces_and_be_empty() {
    TarEntry entry =
        only(
            tar()
                .file("f", "hello", h -> h.put(124, "         5 \0").put(108, "\0\0\0\0\0\0\0\0"))
                .bytes());
    assertThat(entry.content().size()).isEqualTo(5);
    assertThat(entry.attributes().owner().uid()).isZero();
  }

  @Test
  void a_checksum_of_signed_bytes_is_right_too() {
    HeaderFixture header = new HeaderFixture().name("\u00e9\u00e9").type('0').size(0);
    int sum = 0;
    byte[] block = header.checksum("        ").bytes();
    for (byte b : block) {
      sum += b;
    }
    byte[] signed = header.checksum(String.format("%06o\0 ", sum)).bytes();
    assertThat(paths(tar().raw(signed).bytes())).containsExactly("\udce9\udce9");
  }

  @Test
  void an_archive_may_end_without_a_mark_or_without_padding() {
    assertThat(paths(tar().file("a", "x").open())).containsExactly("a");
    byte[] unpadded = Arrays.copyOf(tar().file("a", "x").open(), 513);
    assertThat(paths(unpadded)).containsExactly("a");
    assertThat(paths(new byte[0])).isEmpty();
    assertThat(paths(new byte[512])).isEmpty();
    assertThat(paths(new byte[10_240])).isEmpty();
  }

  @Test
  void what_follows_the_mark_of_the_end_is_not_read() {
    byte[] archive = tar().file("a", "").raw(new byte[1024]).file("hidden", "").bytes();
    assertThat(paths(archive)).containsExactly("a");
  }

  @Test
  void a_volume_label_is_no_entry() {
    byte[] archive = tar().entry('V', "label", new byte[10], h -> h.gnu()).file("a", "").bytes();
    assertThat(paths(archive)).containsExactly("a");
  }

  @Test
  void contents_are_read_in_any_way_alike() {
    byte[] large = new byte[300_000];
    new Random(1).nextBytes(large);
    byte[] archive =
        tar().file("a", "hello").file("empty", "").file("large", large).file("z", "!").bytes();
    assertThat(TarContract.contents(archive))
        .containsOnlyKeys("a", "empty", "large", "z")
        .containsEntry("a", "hello".getBytes(UTF_8))
        .containsEntry("empty", new byte[0])
        .containsEntry("large", large)
        .containsEntry("z", "!".getBytes(UTF_8));
  }
}

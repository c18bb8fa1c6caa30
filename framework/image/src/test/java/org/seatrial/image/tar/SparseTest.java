package org.seatrial.image.tar;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.seatrial.image.tar.TarContract.assertRefused;
import static org.seatrial.image.tar.TarContract.contents;
import static org.seatrial.image.tar.TarFixture.tar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sparse files in the four ways that they are written. */
class SparseTest {

  /** Two zeros, "abc", three zeros, "de", one zero. */
  private static final String EXPECTED = "\0\0abc\0\0\0de\0";

  private static void assertRead(byte[] archive, String path) {
    assertThat(contents(archive)).containsOnlyKeys(path, "next");
    assertThat(new String(contents(archive).get(path), ISO_8859_1)).isEqualTo(EXPECTED);
  }

  @Test
  void of_pax_version_0_0() {
    assertRead(
        tar()
            .pax(
                "GNU.sparse.size=11",
                "GNU.sparse.numblocks=2",
                "GNU.sparse.offset=2",
                "GNU.sparse.numbytes=3",
                "GNU.sparse.offset=8",
                "GNU.sparse.numbytes=2")
            .file("f", "abcde")
            .file("next", "")
            .bytes(),
        "f");
  }

  @Test
  void of_pax_version_0_1() {
    assertRead(
        tar()
            .pax(
                "GNU.sparse.major=0",
                "GNU.sparse.minor=1",
                "GNU.sparse.name=real",
                "GNU.sparse.size=11",
                "GNU.sparse.numblocks=2",
                "GNU.sparse.map=2,3,8,2")
            .file("GNUSparseFile.0/real", "abcde")
            .file("next", "")
            .bytes(),
        "real");
  }

  @Test
  void of_pax_version_1_0() {
    assertRead(oneDotNought("2\n2\n3\n8\n2\n", "11", "abcde"), "real");
  }

  private static byte[] oneDotNought(String map, String size, String stored) {
    byte[] padded = Arrays.copyOf(map.getBytes(ISO_8859_1), (map.length() + 511) / 512 * 512);
    return tar()
        .pax(
            "GNU.sparse.major=1",
            "GNU.sparse.minor=0",
            "GNU.sparse.name=real",
            "GNU.sparse.realsize=" + size)
        .file("GNUSparseFile.0/real", new String(padded, ISO_8859_1) + stored)
        .file("next", "")
        .bytes();
  }

  @Test
  void of_pax_version_1_0_with_a_map_of_many_blocks() {
    StringBuilder map = new StringBuilder("200\n");
    for (int i = 0; i < 200; i++) {
      map.append(i * 1_000_000L + 1).append("\n1\n");
    }
    byte[] archive = oneDotNought(map.toString(), "199000003", "x".repeat(200));
    List<TarEntry> entries = TarContract.entries(archive);
    assertThat(entries).hasSize(2);
    assertThat(entries.get(0).content().extents()).hasSize(200);
    assertThat(entries.get(0).content().stored()).isEqualTo(200);
    assertThat(entries.get(0).content().size()).isEqualTo(199_000_003);
  }

  @Test
  void of_type_s() {
    assertRead(
        tar()
            .entry('S', "f", "abcde".getBytes(ISO_8859_1), old(11, 2, 3, 8, 2))
            .file("next", "")
            .bytes(),
        "f");
  }

  private static Consumer<HeaderFixture> old(long size, long... map) {
    return header -> {
      header.gnu().octal(483, 12, size);
      for (int i = 0; i < map.length; i++) {
        header.octal(386 + 12 * i, 12, map[i]);
      }
    };
  }

  @Test
  void of_type_s_with_more_blocks_of_the_map() {
    byte[] more = new byte[1024];
    List<Content.Extent> expected = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      expected.add(new Content.Extent(i * 10L, 1));
    }
    for (int i = 4; i < 30; i++) {
      int block = (i - 4) / 21;
      int at = block * 512 + (i - 4) % 21 * 24;
      put(more, at, i * 10L);
      put(more, at + 12, 1);
    }
    more[504] = 1;
    byte[] archive =
        tar()
            .entry(
                'S',
                "f",
                new byte[0],
                header -> {
                  old(1000, 0, 1, 10, 1, 20, 1, 30, 1).accept(header);
                  header.put(482, "\1").size(30);
                })
            .raw(more)
            .raw(Arrays.copyOf("y".repeat(30).getBytes(ISO_8859_1), 512))
            .file("next", "")
            .bytes();
    List<TarEntry> entries = TarContract.entries(archive);
    assertThat(entries.get(0).content()).isEqualTo(new Content(1536, 1000, expected));
    assertThat(entries.get(1).path()).hasToString("next");
  }

  private static void put(byte[] block, int at, long value) {
    byte[] text = String.format("%011o", value).getBytes(ISO_8859_1);
    System.arraycopy(text, 0, block, at, text.length);
  }

  @Test
  void that_is_one_hole_or_ends_in_a_mark_without_a_byte() {
    byte[] archive =
        tar()
            .entry('S', "hole", new byte[0], old(7, 7, 0))
            .pax("GNU.sparse.major=0", "GNU.sparse.minor=0", "GNU.sparse.size=3")
            .file("f", "")
            .bytes();
    assertThat(contents(archive))
        .containsEntry("hole", new byte[7])
        .containsEntry("f", new byte[3]);
  }

  @Test
  void of_a_version_that_nobody_knows_is_taken_as_it_is() {
    byte[] archive =
        tar()
            .pax("GNU.sparse.major=2", "GNU.sparse.minor=0", "GNU.sparse.name=x")
            .file("f", "ab")
            .bytes();
    assertThat(contents(archive))
        .containsOnlyKeys("f")
        .containsEntry("f", "ab".getBytes(ISO_8859_1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'2,3,1,2'|2|11|its sparse map is not in order",
        "'-2,3,8,2'|2|11|its sparse map is not in order",
        "'2,3,8,-2'|2|11|its sparse map is not in order",
        "'2,3,9223372036854775807,2'|2|11|its sparse map is not in order",
        "'2,3,8'|2|11|its sparse map has 3 numbers, not 2 · 2",
        "'2,3,8,x'|2|11|its sparse map is no number: \"x\"",
        "'2,3,8,2'|-2|11|its sparse map has 4 numbers, not 2 · -2",
        "'2,3,8,2'|2|9|'its sparse map tells of 5 stored bytes up to byte 10, but the file has 9"
            + " bytes, of which 5 are stored'",
        "'2,3,8,4'|2|99|'its sparse map tells of 7 stored bytes up to byte 12, but the file has 99"
            + " bytes, of which 5 are stored'",
        "'2,1,8,1'|2|99|'its sparse map tells of 2 stored bytes up to byte 9, but the file has 99"
            + " bytes, of which 5 are stored'"
      })
  void with_a_wrong_map_is_refused(String map, String count, String size, String reason) {
    byte[] archive =
        tar()
            .pax(
                "GNU.sparse.major=0",
                "GNU.sparse.minor=1",
                "GNU.sparse.size=" + size,
                "GNU.sparse.numblocks=" + count,
                "GNU.sparse.map=" + map)
            .file("f", "abcde")
            .bytes();
    assertRefused(archive, "entry 1 at byte 1024 (\"f\"): " + reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'2\\n2\\n3\\n8\\n'|its sparse map is not one of numbers",
        "'x\\n'|its sparse map is not one of numbers",
        "'99999999999999999999\\n'|its sparse map is not one of numbers",
        "'70000\\n'|'its sparse map has 70000 parts, more than 65536'",
        "'60000\\n'|its sparse map is not one of numbers"
      })
  void of_version_1_0_with_a_wrong_map_is_refused(String map, String reason) {
    assertRefused(
        oneDotNought(map.replace("\\n", "\n"), "11", "abcde"),
        "entry 1 at byte 1024 (\"GNUSparseFile.0/real\"): " + reason);
  }

  @Test
  void of_type_s_in_another_format_is_refused() {
    assertRefused(
        tar().entry('S', "f", new byte[0], h -> {}).bytes(),
        "entry 1 at byte 0 (\"f\"): it is a sparse file of GNU's format in an archive of another");
  }
}

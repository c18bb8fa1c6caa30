package org.seatrial.testkit.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seatrial.check.file.FileCapabilities;
import org.seatrial.check.file.FileStatus;
import org.seatrial.check.file.FileType;
import org.seatrial.check.file.Mode;
import org.seatrial.check.file.Owner;

/** Readers that are not ours read the archives as they were made up. */
class SecondOpinionTest {

  private static final String ATTRIBUTE = "SCHILY.xattr.security.capability=";

  @Test
  void another_reader_finds_every_entry_and_its_header() throws IOException {
    String deep = "/" + "folder/".repeat(20) + "file";
    MadeUpLayer layer =
        MadeUpLayer.empty()
            .with(FileStatus.directory("/é").withMode("1777"))
            .with(
                FileStatus.regular(deep).withMode("6755").withOwner(2_097_152, 4_294_967_294L), "x")
            .hardLink("/again", deep)
            .with(FileStatus.symlink("/link", "../".repeat(40) + "x"))
            .with(special("/dev/null", FileType.CHARACTER_DEVICE))
            .with(special("/dev/disk", FileType.BLOCK_DEVICE))
            .with(special("/run/pipe", FileType.FIFO));
    assertThat(entries(layer.tar()))
        .containsExactly(
            "é/ 1777 0:0 5 0",
            deep.substring(1) + " 6755 2097152:4294967294 0 1",
            "again 644 0:0 1 0 -> " + deep.substring(1),
            "link 777 0:0 2 0 -> " + "../".repeat(40) + "x",
            "dev/null 600 1:2 3 0",
            "dev/disk 600 1:2 4 0",
            "run/pipe 600 1:2 6 0");
  }

  @Test
  void extended_attributes_and_times_are_there() throws IOException {
    MadeUpLayer layer =
        MadeUpLayer.empty()
            .with(FileStatus.regular("/a").withCapabilities(FileCapabilities.of("cap_bpf")))
            .with(
                FileStatus.regular("/b")
                    .withCapabilities(new FileCapabilities(1L << 10, 1L << 33, false, 100_000)));
    String text = new String(layer.tar(), ISO_8859_1);
    int first = text.indexOf(ATTRIBUTE) + ATTRIBUTE.length();
    int second = text.indexOf(ATTRIBUTE, first) + ATTRIBUTE.length();
    assertThat(FileCapabilities.parse(text.substring(first, first + 20).getBytes(ISO_8859_1)))
        .isEqualTo(FileCapabilities.of("cap_bpf"));
    assertThat(FileCapabilities.parse(text.substring(second, second + 24).getBytes(ISO_8859_1)))
        .isEqualTo(new FileCapabilities(1L << 10, 1L << 33, false, 100_000));
    assertThat(text).contains("57 " + ATTRIBUTE, "61 " + ATTRIBUTE);
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(
            new ByteArrayInputStream(
                MadeUpLayer.empty().with(special("/run/pipe", FileType.FIFO)).tar()))) {
      assertThat(tar.getNextEntry().getLastModifiedTime().toInstant())
          .isEqualTo(Instant.parse("2026-01-31T12:00:00Z"));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 65_535, 65_536, 200_000})
  void gzip_gives_back_what_was_packed(int size) throws IOException {
    byte[] bytes = "seatrial".repeat(size / 8 + 1).substring(0, size).getBytes(UTF_8);
    try (GZIPInputStream in =
        new GZIPInputStream(new ByteArrayInputStream(LayerPacking.GZIP.pack(bytes).bytes()))) {
      assertThat(in.readAllBytes()).isEqualTo(bytes);
    }
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        60, 80, 81, 82, 83, 84, 85, 86, 87, 88, 89, 90, 91, 92, 970, 985, 989, 990, 991, 992, 993,
        994, 995, 996
      })
  void the_length_of_an_extended_record_counts_itself(int length) throws IOException {
    String name = "n".repeat(length + 41);
    assertThat(entries(MadeUpLayer.empty().with("/" + name, "").tar()))
        .containsExactly(name + " 644 0:0 0 0");
  }

  @Test
  void bytes_that_are_no_text_are_written_as_they_are() {
    byte[] tar = MadeUpLayer.empty().with("/a\udcff", "").tar();
    assertThat(tar[0]).isEqualTo((byte) 'a');
    assertThat(tar[1]).isEqualTo((byte) 0xff);
    assertThat(tar[2]).isEqualTo((byte) 0);
  }

  private static FileStatus special(String path, FileType type) {
    return new FileStatus(
        path,
        type,
        Mode.parse("0600"),
        new Owner(1, 2),
        0,
        Instant.parse("2026-01-31T12:00:00Z"),
        Optional.empty(),
        Optional.empty());
  }

  private static List<String> entries(byte[] archive) throws IOException {
    List<String> entries = new ArrayList<>();
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new ByteArrayInputStream(archive), "UTF-8")) {
      for (TarArchiveEntry e = tar.getNextEntry(); e != null; e = tar.getNextEntry()) {
        entries.add(
            "%s %o %d:%d %c %d%s"
                .formatted(
                    e.getName(),
                    e.getMode(),
                    e.getLongUserId(),
                    e.getLongGroupId(),
                    (char) e.getLinkFlag(),
                    e.getSize(),
                    e.getLinkName().isEmpty() ? "" : " -> " + e.getLinkName()));
      }
    }
    return entries;
  }
}

package org.seatrial.image.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.seatrial.image.tar.TarFixture.tar;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.seatrial.check.InspectionException;
import org.seatrial.check.file.Glob;
import org.seatrial.check.file.Links;
import org.seatrial.check.file.Selection;
import org.seatrial.image.oci.Digest;
import org.seatrial.image.tar.Content;
import org.seatrial.image.tar.Limits;
import org.seatrial.image.tar.TarContract;

/**
 * Whatever the bytes are: an index or one kind of error, and the same both ways; a tree or that
 * error; answers for every path of it. For more than the cases kept here, run it with {@code
 * JAZZER_FUZZ=1}.
 */
class LayerFuzzTest {

  private static final LayerReader READER =
      new LayerReader(Limits.standard().withEntries(1_000).withArchiveBytes(16 << 20));

  /** An archive with something of everything, to be changed at random. */
  private static final byte[] SEED =
      tar()
          .directory("./")
          .file("a/b", "hello")
          .symlink("l", "a")
          .hardLink("h", "a/b")
          .whiteout("w/x")
          .opaque("o")
          .pax(
              "path=long/name",
              "GNU.sparse.major=0",
              "GNU.sparse.minor=1",
              "GNU.sparse.size=99",
              "GNU.sparse.numblocks=2",
              "GNU.sparse.map=3,2,50,1",
              "SCHILY.xattr.security.capability=\1\0\0\2\0\4\0\0\0\0\0\0\0\0\0\0\0\0\0\0")
          .file("s", "abc")
          .entry('L', "x", "gnu/name".getBytes(StandardCharsets.US_ASCII), h -> h.gnu())
          .entry(
              'S',
              "y",
              new byte[] {1, 2},
              h -> h.gnu().octal(483, 12, 9).octal(386, 12, 1).octal(398, 12, 2))
          .file("l/z", "")
          .bytes();

  private static final String INTERESTING = "\0 0179/.-=,xgLKS";

  @FuzzTest(maxDuration = "1m")
  void any_bytes_are_an_index_or_an_error(byte[] bytes) {
    look(bytes);
  }

  /** The checksums of headers keep nearly all of the above out; here they are made right. */
  @FuzzTest(maxDuration = "1m")
  void archives_with_right_checksums(byte[] bytes) {
    byte[] mended = bytes.clone();
    for (int at = 0; at + 512 <= mended.length; at += 512) {
      if (new String(mended, at + 257, 5, StandardCharsets.ISO_8859_1).equals("ustar")) {
        mend(mended, at);
      }
    }
    look(mended);
  }

  @Test
  void an_archive_that_was_changed_at_random_is_an_index_or_an_error() {
    Random random = new Random(42);
    int read = 0;
    for (int round = 0; round < 400; round++) {
      byte[] bytes = SEED.clone();
      for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
        int at = random.nextInt(bytes.length);
        bytes[at] =
            (byte)
                (random.nextBoolean()
                    ? random.nextInt(256)
                    : INTERESTING.charAt(random.nextInt(INTERESTING.length())));
        if (random.nextBoolean()) {
          mend(bytes, at / 512 * 512);
        }
      }
      read += look(bytes) ? 1 : 0;
      look(LayerFixture.gzip(bytes));
    }
    // Neither all nor none, or this would test one half only.
    assertThat(read).isBetween(40, 360);
  }

  /** Make the checksum of a header right again. */
  private static void mend(byte[] bytes, int header) {
    int sum = 8 * ' ';
    for (int i = 0; i < 512; i++) {
      sum += i >= 148 && i < 156 ? 0 : bytes[header + i] & 0xff;
    }
    byte[] digits = String.format("%06o\0 ", sum).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(digits, 0, bytes, header + 148, 8);
  }

  /** Index the bytes, squash them and read them; return whether that was possible. */
  private static boolean look(byte[] bytes) {
    LayerIndex index;
    try {
      index = READER.index(LayerClaim.of("it"), new ByteArrayInputStream(bytes)).index();
    } catch (InspectionException e) {
      assertThat(e.getMessage()).startsWith("cannot read it: ");
      if (Compression.of(bytes) == Compression.NONE && bytes.length <= 16 << 20) {
        assertThat(walk(bytes)).isEqualTo(e.getMessage());
      }
      return false;
    }
    if (Compression.of(bytes) == Compression.NONE) {
      assertThat(walk(bytes)).isEqualTo(index.entries().toString());
    }
    contents(bytes, index);
    try {
      ask(FileTree.of(List.of(index, index)));
    } catch (InspectionException e) {
      assertThat(e.getMessage()).startsWith("cannot ");
    }
    return true;
  }

  private static String walk(byte[] bytes) {
    return TarContract.inFile(
        bytes,
        region -> {
          try {
            return READER.walk(region, Digest.sha256(bytes)).entries().toString();
          } catch (InspectionException e) {
            return String.valueOf(e.getMessage());
          }
        });
  }

  private static void contents(byte[] bytes, LayerIndex index) {
    Set<Content> wanted =
        index.entries().stream()
            .flatMap(entry -> entry.content().stream())
            .collect(Collectors.toSet());
    READER.contents(
        "it",
        new ByteArrayInputStream(bytes),
        wanted,
        (content, in) -> {
          byte[] start = in.readNBytes(10_000);
          assertThat(start.length).isEqualTo((int) Math.min(10_000, content.size()));
        });
  }

  private static void ask(FileTree tree) {
    for (LayerEntry entry : tree.layers().get(0).entries()) {
      tree.find(entry.path(), Links.FOLLOW);
      tree.find(entry.path() + "/../x/", Links.KEEP);
      tree.history(entry.path());
    }
    tree.walk(Glob.parse("/**"), new Selection.Everything());
    tree.waste();
  }
}

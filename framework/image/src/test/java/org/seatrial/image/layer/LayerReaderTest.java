package org.seatrial.image.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.seatrial.image.layer.LayerFixture.gzip;
import static org.seatrial.image.tar.TarFixture.tar;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seatrial.check.InspectionException;
import org.seatrial.image.oci.Digest;
import org.seatrial.image.tar.Content;
import org.seatrial.image.tar.Limits;
import org.seatrial.image.tar.TarContract;

class LayerReaderTest {

  private static final LayerReader READER = new LayerReader(Limits.standard());
  private static final byte[] PLAIN = archive();

  private static byte[] archive() {
    byte[] noise = new byte[700_000];
    new Random(7).nextBytes(noise);
    return tar()
        .file("a", "hello")
        .file("noise", noise)
        .file("zeros", new byte[500_000])
        .file("last", "bye")
        .bytes();
  }

  private static byte[] compressed(Compression compression) {
    return switch (compression) {
      case NONE -> PLAIN;
      case GZIP -> gzip(PLAIN);
      case ZSTD -> Zstd.compress(PLAIN);
    };
  }

  private static LayerBlob index(byte[] blob) {
    return READER.index(LayerClaim.of("layer 1"), new ByteArrayInputStream(blob));
  }

  private static void assertRefused(byte[] blob, String message) {
    assertThatThrownBy(() -> index(blob))
        .isInstanceOf(InspectionException.class)
        .hasMessageStartingWith("cannot read layer 1: entry ")
        .hasMessageEndingWith(": " + message);
  }

  @ParameterizedTest
  @EnumSource(Compression.class)
  void a_blob_is_indexed_with_its_digests_in_any_compression(Compression compression) {
    byte[] bytes = compressed(compression);
    LayerBlob blob = index(bytes);
    assertThat(blob.compression()).isEqualTo(compression);
    assertThat(blob.digest()).isEqualTo(Digest.sha256(bytes));
    assertThat(blob.size()).isEqualTo(bytes.length);
    assertThat(blob.index().diffId()).isEqualTo(Digest.sha256(PLAIN));
    assertThat(blob.index().size()).isEqualTo(PLAIN.length);
    assertThat(blob.index().entries())
        .extracting(LayerEntry::path)
        .containsExactly("/a", "/noise", "/zeros", "/last");
    assertThat(blob.index()).hasToString("layer " + Digest.sha256(PLAIN) + " of 4 entries");
  }

  @Test
  void walking_a_file_gives_the_same_index_as_reading_the_stream() {
    LayerIndex streamed = index(PLAIN).index();
    LayerIndex walked = TarContract.inFile(PLAIN, region -> READER.walk(region, streamed.diffId()));
    assertThat(walked.format().array()).isEqualTo(streamed.format().array());
  }

  @Test
  void a_region_is_verified_against_its_digest() {
    Digest right = Digest.sha256(PLAIN);
    Digest wrong = Digest.sha256(new byte[0]);
    TarContract.inFile(
        PLAIN,
        region -> {
          READER.verify(region, right);
          assertThatThrownBy(() -> READER.verify(region, wrong))
              .isInstanceOf(InspectionException.class)
              .hasMessage("cannot trust it: its diff ID is " + right + ", not " + wrong);
          return true;
        });
  }

  @ParameterizedTest
  @EnumSource(Compression.class)
  void a_blob_that_is_another_than_claimed_is_refused(Compression compression) {
    byte[] blob = compressed(compression);
    Digest other = Digest.sha256("other".getBytes(StandardCharsets.UTF_8));
    LayerClaim claim = LayerClaim.of("layer 1");
    assertThatThrownBy(() -> READER.index(claim.withDigest(other), new ByteArrayInputStream(blob)))
        .isInstanceOf(InspectionException.class)
        .hasMessage(
            "cannot trust layer 1: its digest is " + Digest.sha256(blob) + ", not " + other);
    assertThatThrownBy(() -> READER.index(claim.withDiffId(other), new ByteArrayInputStream(blob)))
        .isInstanceOf(InspectionException.class)
        .hasMessage(
            "cannot trust layer 1: its diff ID is " + Digest.sha256(PLAIN) + ", not " + other);
  }

  @ParameterizedTest
  @EnumSource(Compression.class)
  void a_claim_in_another_algorithm_is_held_too(Compression compression) {
    byte[] blob = compressed(compression);
    Digest digest = Digest.of("sha512", Digest.newHash("sha512").digest(blob));
    LayerBlob read =
        READER.index(
            LayerClaim.of("layer 1").withDigest(digest).withDiffId(Digest.sha256(PLAIN)),
            new ByteArrayInputStream(blob));
    assertThat(read.digest()).isEqualTo(digest);
    assertThat(read.size()).isEqualTo(blob.length);
  }

  @Test
  void gzip_of_many_members_and_with_all_parts_of_a_head_is_read() throws IOException {
    ByteArrayOutputStream blob = new ByteArrayOutputStream();
    for (int i = 0; i < PLAIN.length; i += 100_000) {
      byte[] member = gzip(Arrays.copyOfRange(PLAIN, i, Math.min(PLAIN.length, i + 100_000)));
      blob.write(new byte[] {0x1f, (byte) 0x8b, 8, 2 + 4 + 8 + 16, 0, 0, 0, 0, 0, 3});
      blob.write(new byte[] {3, 0, 'x', 'y', 'z', 'n', 0, 'c', 0, 1, 2});
      blob.write(member, 10, member.length - 10);
    }
    blob.writeBytes(gzip(new byte[0]));
    assertThat(index(blob.toByteArray()).index().diffId()).isEqualTo(Digest.sha256(PLAIN));
  }

  @Test
  void zstd_of_many_frames_and_frames_to_skip_is_read() {
    ByteArrayOutputStream blob = new ByteArrayOutputStream();
    blob.writeBytes(new byte[] {0x50, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3});
    blob.writeBytes(Zstd.compress(Arrays.copyOf(PLAIN, 100_000)));
    blob.writeBytes(Zstd.compress(Arrays.copyOfRange(PLAIN, 100_000, PLAIN.length)));
    blob.writeBytes(new byte[] {0x5f, 0x2a, 0x4d, 0x18, 1, 0, 0, 0, 9});
    assertThat(index(blob.toByteArray()).index().diffId()).isEqualTo(Digest.sha256(PLAIN));
  }

  @Test
  void zstd_with_a_window_of_128_mib_is_read_and_a_larger_one_refused() {
    assertThat(index(zstd(27)).index().entries()).hasSize(1);
    assertThatThrownBy(() -> index(zstd(28)))
        .isInstanceOf(InspectionException.class)
        .hasMessage(
            "cannot read layer 1: entry 1 at byte 0: Frame requires too much memory for decoding");
  }

  /** One frame with one raw block (RFC 8878, section 3.1.1). */
  private static byte[] zstd(int windowLog) {
    byte[] content = tar().file("a", "").bytes();
    int block = (content.length << 3) | 1;
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.writeBytes(new byte[] {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0});
    frame.write((windowLog - 10) << 3);
    frame.write(block);
    frame.write(block >> 8);
    frame.write(block >> 16);
    frame.writeBytes(content);
    return frame.toByteArray();
  }

  @Test
  void gzip_that_is_followed_by_something_else_is_refused() {
    byte[] gzip = gzip(PLAIN);
    assertRefused(
        Arrays.copyOf(gzip, gzip.length + 1),
        "the gzip stream is followed by something that is none");
    assertRefused(
        Arrays.copyOf(gzip, gzip.length + 100),
        "the gzip stream is followed by something that is none");
  }

  @Test
  void zstd_that_is_followed_by_something_else_is_refused() {
    byte[] zstd = Zstd.compress(PLAIN);
    assertThatThrownBy(() -> index(Arrays.copyOf(zstd, zstd.length + 10)))
        .isInstanceOf(InspectionException.class)
        .hasMessageStartingWith("cannot read layer 1: ");
  }

  @ParameterizedTest
  @ValueSource(ints = {11, 1_000, 700_000})
  void gzip_that_was_cut_is_refused(int length) {
    assertThatThrownBy(() -> index(Arrays.copyOf(gzip(PLAIN), length)))
        .isInstanceOf(InspectionException.class)
        .hasMessageStartingWith("cannot read layer 1: ")
        .hasMessageEndingWith("the gzip stream ends early");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 8})
  void gzip_without_its_last_bytes_is_refused(int missing) {
    byte[] gzip = gzip(PLAIN);
    assertRefused(Arrays.copyOf(gzip, gzip.length - missing), "the gzip stream ends early");
  }

  @Test
  void gzip_that_is_damaged_is_refused() {
    byte[] sum = gzip(PLAIN);
    sum[sum.length - 8] ^= 1;
    assertThatThrownBy(() -> index(sum))
        .isInstanceOf(InspectionException.class)
        .hasMessageStartingWith(
            "cannot read layer 1: entry 3 at byte 701952 (\"zeros\"): the gzip stream is damaged:"
                + " its checksum is ");
    byte[] size = gzip(PLAIN);
    size[size.length - 1] ^= 1;
    assertRefused(size, "the gzip stream is damaged: it has another size than it says");
    byte[] method = gzip(PLAIN);
    method[2] = 7;
    assertRefused(method, "the gzip stream has an unknown method or unknown flags");
    byte[] data = gzip(PLAIN);
    Arrays.fill(data, 10, 30, (byte) 0xff);
    assertThatThrownBy(() -> index(data))
        .isInstanceOf(InspectionException.class)
        .hasMessage(
            "cannot read layer 1: entry 1 at byte 0: the gzip stream is damaged: invalid block"
                + " type");
  }

  @Test
  void zstd_that_was_cut_is_refused() {
    byte[] zstd = Zstd.compress(PLAIN);
    assertThatThrownBy(() -> index(Arrays.copyOf(zstd, zstd.length - 5)))
        .isInstanceOf(InspectionException.class)
        .hasMessageStartingWith("cannot read layer 1: ");
  }

  @Test
  void a_bomb_is_refused_before_it_has_gone_off() {
    LayerReader reader = new LayerReader(Limits.standard().withRatio(200, 10 << 20));
    InputStream bomb = new Repeated(gzip(new byte[1 << 20]), 1_000_000);
    assertThatThrownBy(
            () -> reader.index(LayerClaim.of("layer 1"), new SequenceInputStream(head(), bomb)))
        .isInstanceOf(InspectionException.class)
        .hasMessageStartingWith(
            "cannot read layer 1: entry 1 at byte 0 (\"zeros\"): it is more than 200 times larger"
                + " uncompressed: 10616832 bytes out of ");
  }

  /** The header of a large file, so that the zeros that follow are its content. */
  private static InputStream head() {
    return new ByteArrayInputStream(
        gzip(Arrays.copyOf(tar().file("zeros", "", h -> h.size(077777777777L)).open(), 512)));
  }

  @Test
  void endless_zeros_are_refused() {
    InputStream zeros = new Repeated(new byte[1 << 20], 1_000_000);
    assertThatThrownBy(() -> READER.index(LayerClaim.of("layer 1"), zeros))
        .isInstanceOf(InspectionException.class)
        .hasMessage("cannot read layer 1: it goes on for more than 16777216 bytes after its end");
  }

  @Test
  void a_layer_of_more_bytes_than_the_limit_is_refused() {
    LayerReader reader = new LayerReader(Limits.standard().withArchiveBytes(1_000_000));
    assertThatThrownBy(
            () -> reader.index(LayerClaim.of("layer 1"), new ByteArrayInputStream(PLAIN)))
        .isInstanceOf(InspectionException.class)
        .hasMessage(
            "cannot read layer 1: entry 3 at byte 701952 (\"zeros\"): it has more than 1000000"
                + " uncompressed bytes");
    assertThatThrownBy(
            () -> TarContract.inFile(PLAIN, r -> reader.walk(r, Digest.sha256(new byte[0]))))
        .isInstanceOf(InspectionException.class)
        .hasMessage("cannot read it: it has " + PLAIN.length + " bytes, more than 1000000");
  }

  @Test
  void a_stream_that_fails_is_named() throws IOException {
    InputStream failing = InputStream.nullInputStream();
    failing.close();
    assertThatThrownBy(() -> READER.index(LayerClaim.of("layer 1"), failing))
        .isInstanceOf(InspectionException.class)
        .hasMessage("cannot read layer 1: Stream closed");
  }

  @ParameterizedTest
  @EnumSource(Compression.class)
  void contents_are_read_in_one_pass_that_stops_behind_the_last(Compression compression) {
    Map<String, Long> read = new LinkedHashMap<>();
    Set<Content> wanted =
        index(PLAIN).index().entries().stream()
            .filter(entry -> !entry.path().equals("/last"))
            .map(entry -> entry.content().orElseThrow())
            .collect(Collectors.toSet());
    READER.contents(
        "layer 1",
        new ByteArrayInputStream(compressed(compression)),
        wanted,
        (content, in) -> {
          // Nobody has to read all of it.
          int first = in.read();
          boolean noise = content.size() == 700_000;
          read.put(content.size() + " from " + content.offset(), noise ? first : in.skip(1L << 40));
        });
    assertThat(read)
        .containsExactly(
            Map.entry("5 from 512", 4L),
            Map.entry("700000 from 1536", (long) (PLAIN[1536] & 0xff)),
            Map.entry("500000 from 702464", 499_999L));
  }

  @Test
  void contents_that_are_not_there_any_more_are_an_error() {
    Content beyond = Content.plain(PLAIN.length - 3L, 10);
    assertThatThrownBy(
            () ->
                READER.contents(
                    "layer 1",
                    new ByteArrayInputStream(PLAIN),
                    Set.of(beyond),
                    (content, in) -> in.readAllBytes()))
        .isInstanceOf(InspectionException.class)
        .hasMessage(
            "cannot read layer 1: it ends at byte "
                + PLAIN.length
                + ", within the content of a file");
  }

  /** The same bytes, again and again. */
  private static final class Repeated extends InputStream {
    private final byte[] bytes;
    private final long total;
    private long at;

    Repeated(byte[] bytes, long times) {
      this.bytes = bytes;
      this.total = bytes.length * times;
    }

    @Override
    public int read() {
      return at < total ? bytes[(int) (at++ % bytes.length)] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      if (at >= total) {
        return -1;
      }
      int from = (int) (at % bytes.length);
      int n = Math.min(length, bytes.length - from);
      System.arraycopy(bytes, from, into, offset, n);
      at += n;
      return n;
    }
  }
}

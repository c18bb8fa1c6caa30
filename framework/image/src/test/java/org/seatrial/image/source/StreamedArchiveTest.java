package org.seatrial.image.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.seatrial.check.InspectionException;
import org.seatrial.image.fixture.Bundle;
import org.seatrial.image.fixture.ImageFixture;
import org.seatrial.image.fixture.LayerFixture;
import org.seatrial.image.oci.Digest;

class StreamedArchiveTest {

  private static final ImageFixture IMAGE =
      ImageFixture.of(
              LayerFixture.empty().file("a", "1"),
              LayerFixture.empty().file("b", "x".repeat(50_000)))
          .withName("shop:1");
  private static final byte[] TAR = Bundle.saved(IMAGE).tar();

  /** Counts the bytes that are taken, and whether the stream was closed. */
  private static final class Watched extends FilterInputStream {

    private long taken;
    private boolean closed;

    Watched(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      taken += b < 0 ? 0 : 1;
      return b;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int n = super.read(into, offset, length);
      taken += Math.max(0, n);
      return n;
    }

    @Override
    public long skip(long n) throws IOException {
      long skipped = super.skip(n);
      taken += skipped;
      return skipped;
    }

    @Override
    public void close() throws IOException {
      closed = true;
      super.close();
    }
  }

  @Test
  void reads_standard_input_once() {
    ImageSource source = StreamedArchive.once("archive:-", new ByteArrayInputStream(TAR));
    List<String> passed = new ArrayList<>();
    ImageContent image = source.open(Choice.only(), (path, size, bytes) -> passed.add(path));
    assertThat(passed)
        .containsExactlyInAnyOrderElementsOf(
            image.layers().stream().map(StoredLayer::path).toList());
    assertThatThrownBy(() -> image.read(Set.of(0), (layer, bytes) -> {}))
        .isInstanceOf(InspectionException.class)
        .hasMessage("cannot read archive:-: it can be read only once; keep it in a file");
  }

  @Test
  void reads_a_pipe_which_can_not_skip() {
    InputStream pipe =
        new FilterInputStream(new ByteArrayInputStream(TAR)) {
          @Override
          public long skip(long n) throws IOException {
            throw new IOException("Illegal seek");
          }
        };
    assertThat(StreamedArchive.once("archive:-", pipe).open(Choice.only()).layers()).hasSize(2);
  }

  @Test
  void stops_behind_the_last_layer_that_is_wanted_and_closes_the_stream() {
    List<Watched> streams = new ArrayList<>();
    ImageContent image =
        StreamedArchive.of(
                "stream:x",
                () -> {
                  streams.add(new Watched(new ByteArrayInputStream(TAR)));
                  return streams.get(streams.size() - 1);
                })
            .open(Choice.only());
    assertThat(streams).hasSize(1);
    image.read(Set.of(0), (layer, bytes) -> assertThat(bytes.region()).isEmpty());
    assertThat(streams).hasSize(2);
    assertThat(streams.get(0).taken).isEqualTo(TAR.length);
    assertThat(streams.get(1).taken).isLessThan(TAR.length / 2);
    assertThat(streams).allMatch(stream -> stream.closed);
  }

  @Test
  void does_not_keep_layers_in_memory() {
    // Two gigabytes of a layer that is never there as a whole.
    LayerFixture small = LayerFixture.empty().file("manifest.json", "[]");
    byte[] end = small.tar();
    byte[] header = Arrays.copyOf(LayerFixture.empty().file("big", "").tar(), 512);
    long size = 2L << 30;
    writeSize(header, size);
    AtomicInteger seen = new AtomicInteger();
    ImageSource source =
        StreamedArchive.of(
            "stream:x",
            () ->
                new SequenceInputStream(
                    new SequenceInputStream(new ByteArrayInputStream(header), new Zeros(size)),
                    new ByteArrayInputStream(end)));
    assertThatThrownBy(
            () ->
                source.open(
                    Choice.only(),
                    (path, length, bytes) -> {
                      assertThat(path).isEqualTo("big");
                      assertThat(length).isEqualTo(size);
                      seen.incrementAndGet();
                    }))
        .hasMessage("stream:x holds no image");
    assertThat(seen).hasValue(1);
  }

  private static void writeSize(byte[] header, long size) {
    byte[] octal = "%011o".formatted(size).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(octal, 0, header, 124, 11);
    Arrays.fill(header, 148, 156, (byte) ' ');
    int sum = 0;
    for (byte b : header) {
      sum += b & 0xff;
    }
    byte[] digits = "%06o\0 ".formatted(sum).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(digits, 0, header, 148, 8);
  }

  /** This many zeros. */
  private static final class Zeros extends InputStream {

    private long left;

    Zeros(long left) {
      this.left = left;
    }

    @Override
    public int read() {
      return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      int n = (int) Math.min(length, left);
      Arrays.fill(into, offset, offset + n, (byte) 0);
      left -= n;
      return n == 0 && length > 0 ? -1 : n;
    }

    @Override
    public long skip(long n) {
      long skipped = Math.min(n, left);
      left -= skipped;
      return skipped;
    }
  }

  @Test
  void bounds_the_documents_that_it_keeps() {
    LayerFixture files = LayerFixture.empty();
    byte[] big = new byte[8 << 20];
    Arrays.fill(big, (byte) ' ');
    big[0] = '{';
    for (int i = 0; i < 8; i++) {
      files = files.file("big" + i, big, 0644, 0, 0);
    }
    byte[] tar = files.file("manifest.json", "[]").tar();
    ImageSource source = StreamedArchive.of("stream:x", () -> new ByteArrayInputStream(tar));
    assertThatThrownBy(() -> source.open(Choice.only()))
        .isInstanceOf(InspectionException.class)
        .hasMessage(
            "cannot read manifest.json of stream:x: more than 67108864 bytes of documents come"
                + " before it");
  }

  @Test
  void refuses_a_document_that_is_no_json() {
    byte[] tar = Bundle.saved(IMAGE).with("index.json", "hello").tar();
    ImageSource source = StreamedArchive.of("stream:x", () -> new ByteArrayInputStream(tar));
    assertThatThrownBy(() -> source.open(Choice.only()))
        .isInstanceOf(InspectionException.class)
        .hasMessage("cannot read index.json of stream:x: it is no JSON document");
  }

  @Test
  void takes_a_layer_that_looks_like_a_document() {
    ImageFixture odd = ImageFixture.of(LayerFixture.empty().file("{", "1"));
    byte[] tar = Bundle.saved(odd).tar();
    ImageContent image =
        StreamedArchive.of("stream:x", () -> new ByteArrayInputStream(tar)).open(Choice.only());
    List<byte[]> seen = new ArrayList<>();
    image.read(Set.of(0), (layer, bytes) -> seen.add(bytes.stream().readAllBytes()));
    assertThat(seen).containsExactly(odd.layers().get(0).tar());
  }

  @Test
  void notices_a_stream_that_is_another_the_second_time() {
    List<byte[]> tars =
        new ArrayList<>(
            List.of(
                TAR,
                Bundle.saved(ImageFixture.of(LayerFixture.empty().file("a", "2"))).tar(),
                LayerFixture.empty().tar()));
    ImageContent image =
        StreamedArchive.of("stream:x", () -> new ByteArrayInputStream(tars.remove(0)))
            .open(Choice.only());
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> image.read(Set.of(0, 1), (layer, bytes) -> {}))
          .isInstanceOf(InspectionException.class)
          .hasMessage("cannot read stream:x: it has changed since it was first read");
    }
  }

  @Test
  void says_why_an_engine_does_not_export() {
    ImageSource source =
        EngineSource.of(
            new Engine() {
              @Override
              public InputStream export() throws IOException {
                throw new IOException("the engine is away");
              }
            });
    assertThatThrownBy(() -> source.open(Choice.only()))
        .isInstanceOf(InspectionException.class)
        .hasMessage("cannot read docker:shop:1: the engine is away");
  }

  @Test
  void says_that_an_engine_went_away_while_streaming() {
    ImageSource source =
        EngineSource.of(
            new Engine() {
              @Override
              public InputStream export() {
                return new SequenceInputStream(
                    new ByteArrayInputStream(TAR, 0, TAR.length / 2), new Broken());
              }
            });
    assertThatThrownBy(() -> source.open(Choice.only()))
        .isInstanceOf(InspectionException.class)
        .hasMessageStartingWith("cannot read docker:shop:1: ")
        .hasMessageEndingWith("connection reset");
  }

  @Test
  void refuses_an_export_of_other_layers_than_the_engine_tells_of() {
    byte[] other = Bundle.saved(ImageFixture.of(LayerFixture.empty())).tar();
    ImageSource source =
        EngineSource.of(
            new Engine() {
              @Override
              public InputStream export() {
                return new ByteArrayInputStream(other);
              }
            });
    assertThatThrownBy(() -> source.open(Choice.only()))
        .isInstanceOf(InspectionException.class)
        .hasMessage(
            "cannot trust docker:shop:1: the engine exports other layers than it says the image "
                + IMAGE.config().digest().substring(0, 19)
                + " has");
  }

  /** An engine with one image, whose export is to be made up. */
  private abstract static class Engine implements ExportedImage {
    @Override
    public String name() {
      return "docker:shop:1";
    }

    @Override
    public Digest id() {
      return Digest.parse(IMAGE.config().digest());
    }

    @Override
    public List<Digest> diffIds() {
      return IMAGE.layers().stream().map(LayerFixture::diffId).map(Digest::parse).toList();
    }
  }

  private static final class Broken extends InputStream {
    @Override
    public int read() throws IOException {
      throw new IOException("connection reset");
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      throw new IOException("connection reset");
    }
  }
}

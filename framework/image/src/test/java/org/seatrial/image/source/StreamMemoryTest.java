package org.seatrial.image.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatrial.check.InspectionException;
import org.seatrial.image.fixture.Blob;
import org.seatrial.image.fixture.Bundle;
import org.seatrial.image.fixture.ImageFixture;
import org.seatrial.image.fixture.LayerFixture;
import org.seatrial.image.fixture.Packing;
import org.seatrial.image.oci.Digest;

/** What is remembered of streams, and what must not be. */
class StreamMemoryTest {

  private static final LayerFixture LAYER = LayerFixture.empty().file("a", "x".repeat(2_000));
  private static final ImageFixture IMAGE = ImageFixture.of(LAYER).withName("shop:1");

  /** Of another size, whatever packs it, so that a stamp differs even within the same instant. */
  private static final ImageFixture OTHER =
      ImageFixture.of(LAYER, LayerFixture.empty().file("b", "y".repeat(20_000)))
          .withRun("{\"User\": \"0\"}");

  /** Files that were just written look old by this clock. */
  private static final Clock LATER = Clock.offset(Clock.systemUTC(), Duration.ofHours(1));

  @TempDir private Path temp;

  /** A memory in memory. */
  private static final class Kept implements StreamMemory {

    private final Map<String, Blob> kept = new HashMap<>();

    @Override
    public Optional<byte[]> recall(String name) {
      return Optional.ofNullable(kept.get(name)).map(Blob::bytes);
    }

    @Override
    public void remember(String name, byte[] bytes) {
      kept.put(name, new Blob("", bytes));
    }
  }

  private final Kept memory = new Kept();

  /** An engine that counts its exports. */
  private static final class Engine implements ExportedImage {

    private final Blob tar;
    private int exports;

    Engine(byte[] tar) {
      this.tar = new Blob("", tar);
    }

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
      return List.of(Digest.parse(LAYER.diffId()));
    }

    @Override
    public InputStream export() {
      exports++;
      return new ByteArrayInputStream(tar.bytes());
    }
  }

  @Test
  void gives_the_same_image_without_an_export_until_bytes_are_wanted() {
    for (Bundle bundle : List.of(Bundle.saved(IMAGE), Bundle.savedBefore25(IMAGE))) {
      Engine engine = new Engine(bundle.tar());
      ImageSource source = EngineSource.of(engine).remembering(new Kept());
      ImageContent first = source.open(Choice.only());
      List<String> passed = new ArrayList<>();
      ImageContent second = source.open(Choice.only(), (path, size, bytes) -> passed.add(path));
      assertThat(engine.exports).isEqualTo(1);
      assertThat(passed).isEmpty();
      assertThat(second.config()).isEqualTo(first.config());
      assertThat(second.names()).isEqualTo(first.names());
      assertThat(second.layers()).isEqualTo(first.layers());
      assertThat(second.manifest()).isEqualTo(first.manifest());
      second.read(
          Set.of(0),
          (layer, bytes) -> assertThat(bytes.stream().readAllBytes()).isEqualTo(LAYER.tar()));
      assertThat(engine.exports).isEqualTo(2);
    }
  }

  @Test
  void does_not_forget_that_a_document_is_there_twice() {
    Bundle saved = Bundle.savedBefore25(IMAGE);
    Engine engine =
        new Engine(saved.entries().file("manifest.json", saved.text("manifest.json")).tar());
    ImageSource source = EngineSource.of(engine).remembering(memory);
    for (int i = 1; i <= 2; i++) {
      assertThatThrownBy(() -> source.open(Choice.only()))
          .isInstanceOf(InspectionException.class)
          .hasMessage(
              "cannot trust manifest.json of docker:shop:1: it is there twice, and readers take"
                  + " either");
      assertThat(engine.exports).isEqualTo(i);
    }
    assertThat(memory.kept).isEmpty();
  }

  @Test
  void reads_anew_what_is_damaged() {
    Engine engine = new Engine(Bundle.saved(IMAGE).tar());
    ImageSource source = EngineSource.of(engine).remembering(memory);
    source.open(Choice.only());
    String key = memory.kept.keySet().iterator().next();
    byte[] good = Objects.requireNonNull(memory.kept.get(key)).bytes();
    for (int length : new int[] {0, 3, 4, 8, 20, good.length / 2, good.length - 1}) {
      memory.remember(key, Arrays.copyOf(good, length));
      int before = engine.exports;
      assertThat(source.open(Choice.only()).layers()).hasSize(1);
      assertThat(engine.exports).isEqualTo(before + 1);
    }
  }

  @Test
  void does_not_decompress_an_archive_again_that_has_not_changed() throws IOException {
    Path file = Bundle.saved(IMAGE).tarTo(temp.resolve("x.tar.gz"), Packing.GZIP);
    ImageSource source = ImageArchive.at(file, LATER).remembering(memory);
    List<String> passed = new ArrayList<>();
    ImageContent first = source.open(Choice.only(), (path, size, bytes) -> passed.add(path));
    assertThat(passed).hasSize(1);
    ImageContent second = source.open(Choice.only(), (path, size, bytes) -> passed.add(path));
    assertThat(passed).hasSize(1);
    assertThat(second.layers()).isEqualTo(first.layers());
    assertThat(second.stamp(0)).isPresent().isEqualTo(first.stamp(0));
    Bundle.saved(OTHER).tarTo(file, Packing.GZIP);
    assertThat(source.open(Choice.only()).config().run().user()).isEqualTo("0");
  }

  @Test
  void notices_an_archive_that_a_link_leads_to_anew() throws IOException {
    Path file = Bundle.saved(IMAGE).tarTo(temp.resolve("1.tar.gz"), Packing.GZIP);
    Path link = Files.createSymbolicLink(temp.resolve("x.tar.gz"), file);
    ImageSource source = ImageArchive.at(link, LATER).remembering(memory);
    ImageContent first = source.open(Choice.only());
    Bundle.saved(OTHER).tarTo(file, Packing.GZIP);
    ImageContent second = source.open(Choice.only());
    assertThat(second.config().run().user()).isEqualTo("0");
    assertThat(second.stamp(0)).isNotEqualTo(first.stamp(0));
  }

  @Test
  void stamps_the_layers_of_a_plain_archive_by_what_a_link_leads_to() throws IOException {
    Path file = Bundle.saved(IMAGE).tarTo(temp.resolve("1.tar"), Packing.PLAIN);
    Path link = Files.createSymbolicLink(temp.resolve("x.tar"), file);
    ImageContent image = ImageArchive.at(link, LATER).open(Choice.only());
    Optional<String> stamp = image.stamp(0);
    assertThat(stamp).isPresent();
    assertThat(ImageArchive.at(link, LATER).open(Choice.only()).stamp(0)).isEqualTo(stamp);
    Bundle.saved(OTHER).tarTo(file, Packing.PLAIN);
    assertThat(ImageArchive.at(link, LATER).open(Choice.only()).stamp(0))
        .isPresent()
        .isNotEqualTo(stamp);
    assertThat(image.stamp(0)).isEmpty();
  }

  @Test
  void does_not_trust_the_stamp_of_a_file_that_has_just_changed() throws IOException {
    Path archive = Bundle.saved(IMAGE).tarTo(temp.resolve("x.tar"), Packing.PLAIN);
    Path layout = Bundle.layout(IMAGE).writeTo(temp.resolve("layout"));
    Clock now = Clock.fixed(Files.getLastModifiedTime(archive).toInstant(), ZoneOffset.UTC);
    assertThat(ImageArchive.at(archive, now).open(Choice.only()).stamp(0)).isEmpty();
    assertThat(LayoutFolder.at(layout, now).open(Choice.only()).stamp(0)).isEmpty();
    assertThat(ImageArchive.at(archive, LATER).open(Choice.only()).stamp(0)).isPresent();
    assertThat(LayoutFolder.at(layout, LATER).open(Choice.only()).stamp(0)).isPresent();
    Path packed = Bundle.saved(IMAGE).tarTo(temp.resolve("x.tar.gz"), Packing.GZIP);
    ImageArchive.at(packed, now).remembering(memory).open(Choice.only());
    assertThat(memory.kept).isEmpty();
  }
}

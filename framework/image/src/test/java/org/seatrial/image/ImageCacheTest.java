package org.seatrial.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seatrial.check.InspectionException;
import org.seatrial.image.fixture.Bundle;
import org.seatrial.image.fixture.ImageFixture;
import org.seatrial.image.fixture.LayerFixture;
import org.seatrial.image.fixture.Packing;
import org.seatrial.image.oci.Digest;
import org.seatrial.image.source.Choice;
import org.seatrial.image.source.ImageArchive;
import org.seatrial.image.source.ImageSource;
import org.seatrial.image.source.LayoutFolder;

/** What is kept between two runs, and that it is never believed when something has changed. */
class ImageCacheTest {

  /** What was just written is at rest by this clock. */
  private static final Clock LATER = Clock.offset(Clock.systemUTC(), Duration.ofHours(1));

  private static final LayerFixture BASE = LayerFixture.empty().file("a", "first");
  private static final LayerFixture TOP = LayerFixture.empty().file("b", "second");
  private static final ImageFixture IMAGE = ImageFixture.of(BASE, TOP);

  @TempDir Path temp;

  private Watching run(ImageSource source) {
    return run(source, temp.resolve("cache"));
  }

  /** Read the image as a new process would, and return what it told. */
  private static Watching run(ImageSource source, Path cache) {
    Watching watching = new Watching();
    ImageSummary image =
        ImagePlace.of(
                source,
                Choice.only(),
                ImageOptions.standard().withCacheFolder(cache).withProgress(watching))
            .summary();
    assertThat(image.layers()).extracting(ImageLayer::entries).containsExactly(1, 1);
    return watching;
  }

  private ImageSource layout(Packing packing) {
    return LayoutFolder.at(
        Bundle.layout(IMAGE.withPacking(packing)).writeTo(temp.resolve("layout")), LATER);
  }

  @ParameterizedTest
  @EnumSource
  void a_second_run_reads_no_layer(Packing packing) {
    ImageSource source = layout(packing);
    assertThat(run(source).read).containsExactlyInAnyOrder(1, 2);
    Watching second = run(source);
    assertThat(second.read).isEmpty();
    assertThat(second.notices).isEmpty();
  }

  @Test
  void a_second_run_reads_no_layer_of_an_archive() {
    Path file = Bundle.saved(IMAGE).tarTo(temp.resolve("image.tar"), Packing.PLAIN);
    assertThat(run(ImageArchive.at(file, LATER)).read).containsExactlyInAnyOrder(1, 2);
    assertThat(run(ImageArchive.at(file, LATER)).read).isEmpty();
  }

  @Test
  void reads_only_the_layers_that_are_new() {
    run(layout(Packing.GZIP));
    LayerFixture other = LayerFixture.empty().file("c", "third");
    Bundle.layout(ImageFixture.of(BASE, other)).writeTo(temp.resolve("layout"));
    // The blob of the base was written again, so that it is verified again.
    assertThat(run(LayoutFolder.at(temp.resolve("layout"), LATER)).read)
        .containsExactlyInAnyOrder(1, 2);
    assertThat(run(LayoutFolder.at(temp.resolve("layout"), LATER)).read).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void a_layer_that_was_exchanged_is_not_trusted(Packing packing) throws IOException {
    ImageSource source = layout(packing);
    run(source);
    // Another file of the same name, size and time of change.
    String path = IMAGE.withPacking(packing).blobs().get(0).path();
    Path blob = temp.resolve("layout").resolve(path);
    FileTime time = Files.getLastModifiedTime(blob);
    byte[] bytes = Files.readAllBytes(blob);
    byte[] changed = packing.pack(LayerFixture.empty().file("a", "fi2st").tar());
    assertThat(changed).hasSameSizeAs(bytes);
    Files.write(blob, changed);
    Files.setLastModifiedTime(blob, time);
    String stated = "sha256:" + blob.getFileName();
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> run(source))
          .isInstanceOf(InspectionException.class)
          .hasMessage(
              "cannot trust layer 1 of 2 (%s) of layout:%s: its %s is %s, not %s",
              Digest.parse(stated).abbreviated(),
              temp.resolve("layout"),
              packing == Packing.PLAIN ? "diff ID" : "digest",
              Digest.sha256(changed),
              stated);
    }
    Files.write(blob, bytes);
    run(source);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "SEATRIAL", "x"})
  void a_damaged_cache_is_written_again(String content) throws IOException {
    ImageSource source = layout(Packing.GZIP);
    run(source);
    List<Path> files = files(temp.resolve("cache"));
    assertThat(files).hasSize(4);
    for (Path file : files) {
      Files.write(file, content.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(run(source).read).containsExactlyInAnyOrder(1, 2);
    assertThat(run(source).read).isEmpty();
  }

  @Test
  void a_file_of_the_cache_with_one_other_byte_is_not_believed() throws IOException {
    ImageSource source = layout(Packing.GZIP);
    run(source);
    for (Path file : files(temp.resolve("cache").resolve("layers"))) {
      byte[] bytes = Files.readAllBytes(file);
      bytes[bytes.length / 2] ^= 1;
      Files.write(file, bytes);
    }
    assertThat(run(source).read).containsExactlyInAnyOrder(1, 2);
  }

  @Test
  void goes_on_without_a_cache_where_a_file_is_in_its_place() throws IOException {
    Path cache = Files.writeString(temp.resolve("cache"), "mine");
    for (int i = 0; i < 2; i++) {
      Watching watching = run(layout(Packing.GZIP), cache);
      assertThat(watching.read).containsExactlyInAnyOrder(1, 2);
      assertThat(watching.notices)
          .singleElement()
          .asString()
          .startsWith("the cache of layers can't be used: could not ")
          .contains(" in " + cache.resolve("layers") + ": ");
    }
    assertThat(cache).hasContent("mine");
  }

  @Test
  void goes_on_without_a_cache_where_nobody_can_write() {
    // Not even root can make a folder there.
    assumeTrue(Files.isDirectory(Path.of("/proc/self")), "needs the proc file system");
    Path cache = Path.of("/proc/self/seatrial");
    Watching watching = run(layout(Packing.PLAIN), cache);
    assertThat(watching.read).containsExactlyInAnyOrder(1, 2);
    assertThat(watching.notices).hasSize(1);
    assertThat(watching.notices.get(0))
        .startsWith(
            "the cache of layers can't be used: could not write in /proc/self/seatrial/layers: ");
  }

  @Test
  void leaves_nothing_behind_of_an_image_that_is_refused() throws IOException {
    ImageSource source = layout(Packing.GZIP);
    run(layout(Packing.GZIP));
    Path blob = temp.resolve("layout").resolve(IMAGE.blobs().get(1).path());
    List<Path> before = files(temp.resolve("cache"));
    byte[] bytes = Files.readAllBytes(blob);
    bytes[bytes.length - 6] ^= 1;
    Files.write(blob, bytes);
    assertThatThrownBy(() -> run(source)).isInstanceOf(InspectionException.class);
    assertThat(files(temp.resolve("cache"))).isEqualTo(before);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}

package org.seatrial.image.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.seatrial.check.InspectionException;
import org.seatrial.image.fixture.ImageFixture;
import org.seatrial.image.fixture.LayerFixture;
import org.seatrial.image.layer.Compression;
import org.seatrial.image.oci.Digest;
import org.seatrial.image.oci.ImagePlatform;

/** What every source of images does alike, whatever it reads. */
abstract class ImageSourceContract {

  private static final LayerFixture BASE =
      LayerFixture.empty().directory("etc").file("etc/passwd", "root:x:0:0::/root:/bin/sh\n");
  private static final LayerFixture TOP =
      LayerFixture.empty().file("app", "x".repeat(100_000)).whiteout("etc/passwd");

  private static final ImageFixture SHOP =
      ImageFixture.of(BASE, TOP)
          .withName("shop:1.4")
          .withRun("{\"User\": \"1001\", \"Env\": [\"A=1\"]}")
          .withHistory("ADD base", "COPY app");
  private static final ImageFixture WEB = ImageFixture.of(BASE).withName("example.org/team/web:2");

  /** Return a source that keeps these images. */
  abstract ImageSource source(ImageFixture... images);

  /** Return whether the source can have several images. */
  boolean keepsSeveral() {
    return true;
  }

  private static byte[] plain(InputStream in) throws IOException {
    byte[] stored = in.readAllBytes();
    return Compression.of(stored).decode(new ByteArrayInputStream(stored)).readAllBytes();
  }

  @Test
  void gives_the_documents() {
    ImageContent image = source(SHOP).open(Choice.only());
    assertThat(image.config().run().user()).isEqualTo("1001");
    assertThat(image.config().platform()).hasToString("linux/amd64");
    assertThat(image.config().historyOf(1).orElseThrow().createdBy()).isEqualTo("COPY app");
    assertThat(image.configDigest()).hasToString(SHOP.config().digest());
    assertThat(image.names()).containsExactly("shop:1.4");
    assertThat(image.layers())
        .extracting(layer -> layer.diffId().toString())
        .containsExactly(BASE.diffId(), TOP.diffId());
    assertThat(image.layers()).extracting(StoredLayer::number).containsExactly(0, 1);
    assertThat(image.layers().get(1).name())
        .startsWith("layer 2 of 2 (")
        .endsWith(") of " + source(SHOP).name());
  }

  @Test
  void hands_over_the_bytes_of_every_layer() {
    ImageContent image = source(SHOP).open(Choice.only());
    Map<Integer, byte[]> plain = new HashMap<>();
    image.read(
        Set.of(0, 1),
        (layer, bytes) -> {
          byte[] stored = bytes.stream().readAllBytes();
          assertThat(stored).hasSize((int) layer.size());
          layer.digest().ifPresent(digest -> assertThat(digest.matches(stored)).isTrue());
          plain.put(layer.number(), plain(new ByteArrayInputStream(stored)));
        });
    assertThat(plain.keySet()).containsExactlyInAnyOrder(0, 1);
    assertThat(plain.get(0)).isEqualTo(BASE.tar());
    assertThat(plain.get(1)).isEqualTo(TOP.tar());
  }

  @Test
  void hands_over_only_what_is_wanted() {
    ImageContent image = source(SHOP).open(Choice.only());
    List<Integer> seen = new ArrayList<>();
    image.read(Set.of(1), (layer, bytes) -> seen.add(layer.number()));
    assertThat(seen).containsExactly(1);
    image.read(Set.of(), (layer, bytes) -> seen.add(layer.number()));
    assertThat(seen).containsExactly(1);
  }

  @Test
  void goes_on_when_a_visitor_reads_only_a_part() {
    ImageContent image = source(SHOP).open(Choice.only());
    List<Integer> seen = new ArrayList<>();
    image.read(
        Set.of(0, 1),
        (layer, bytes) -> {
          assertThat(bytes.stream().read()).isNotNegative();
          seen.add(layer.number());
        });
    assertThat(seen).containsExactlyInAnyOrder(0, 1);
  }

  @Test
  void can_be_read_again() {
    ImageSource source = source(SHOP);
    for (int i = 0; i < 2; i++) {
      ImageContent image = source.open(Choice.only());
      for (int j = 0; j < 2; j++) {
        image.read(
            Set.of(0), (layer, bytes) -> assertThat(plain(bytes.stream())).isEqualTo(BASE.tar()));
      }
    }
  }

  @Test
  void gives_a_region_of_the_file_exactly_when_it_is_seekable() {
    ImageContent image = source(SHOP).open(Choice.only());
    image.read(
        Set.of(1),
        (layer, bytes) -> {
          assertThat(bytes.region().isPresent()).isEqualTo(image.isSeekable());
          bytes.region().ifPresent(region -> assertThat(region.size()).isEqualTo(layer.size()));
        });
  }

  @Test
  void shows_passing_blobs_when_it_is_not_seekable() {
    Map<String, byte[]> passed = new HashMap<>();
    ImageContent image =
        source(SHOP)
            .open(
                Choice.only(),
                (path, size, bytes) -> {
                  byte[] stored = bytes.stream().readAllBytes();
                  assertThat(stored).hasSize((int) size);
                  passed.put(path, stored);
                });
    if (image.isSeekable()) {
      assertThat(passed).isEmpty();
      return;
    }
    for (StoredLayer layer : image.layers()) {
      assertThat(passed).containsKey(layer.path());
      byte[] stored = Objects.requireNonNull(passed.get(layer.path()));
      assertThat(Digest.sha256(plainOf(stored))).isEqualTo(layer.diffId());
    }
  }

  private static byte[] plainOf(byte[] stored) {
    try {
      return plain(new ByteArrayInputStream(stored));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void hands_over_once_what_is_there_twice() {
    ImageContent image = source(ImageFixture.of(BASE, TOP, BASE)).open(Choice.only());
    assertThat(image.layers()).hasSize(3);
    List<Integer> seen = new ArrayList<>();
    image.read(Set.of(0, 1, 2), (layer, bytes) -> seen.add(layer.number()));
    assertThat(seen).containsExactlyInAnyOrder(0, 1);
    seen.clear();
    image.read(
        Set.of(2),
        (layer, bytes) -> {
          assertThat(plain(bytes.stream())).isEqualTo(BASE.tar());
          seen.add(layer.number());
        });
    assertThat(seen).containsExactly(2);
  }

  @Test
  void takes_an_image_without_layers_and_without_a_name() {
    ImageContent image = source(ImageFixture.of()).open(Choice.only());
    assertThat(image.layers()).isEmpty();
    assertThat(image.names()).isEmpty();
    image.read(Set.of(), (layer, bytes) -> assertThat(layer).isNull());
  }

  @Test
  void takes_the_only_image_whatever_its_platform() {
    ImageContent image = source(SHOP.withPlatform("linux/s390x")).open(Choice.only());
    assertThat(image.config().platform()).hasToString("linux/s390x");
  }

  @Test
  void refuses_another_platform_than_the_one_asked_for() {
    ImageSource source = source(SHOP);
    assertThatThrownBy(
            () -> source.open(Choice.only().withPlatform(ImagePlatform.parse("linux/arm64"))))
        .isInstanceOf(InspectionException.class)
        .hasMessage(source.name() + " has no image for linux/arm64; it has linux/amd64");
    assertThat(
            source.open(Choice.only().withPlatform(ImagePlatform.parse("linux/x86_64"))).layers())
        .hasSize(2);
  }

  @Test
  void chooses_by_name_among_several() {
    if (!keepsSeveral()) {
      return;
    }
    ImageSource source = source(SHOP, WEB);
    ImageContent web = source.open(Choice.only().withName("example.org/team/web:2"));
    assertThat(web.configDigest()).hasToString(WEB.config().digest());
    assertThat(web.names()).containsExactly("example.org/team/web:2");
    ImageContent shop = source.open(Choice.only().withName("docker.io/library/shop:1.4"));
    assertThat(shop.configDigest()).hasToString(SHOP.config().digest());
    assertThatThrownBy(() -> source.open(Choice.only()))
        .isInstanceOf(InspectionException.class)
        .hasMessage(
            source.name()
                + " holds several images; choose one of shop:1.4, example.org/team/web:2");
    assertThatThrownBy(() -> source.open(Choice.only().withName("shop:2")))
        .isInstanceOf(InspectionException.class)
        .hasMessage(
            source.name()
                + " has no image named \"shop:2\"; it has shop:1.4, example.org/team/web:2");
  }

  @Test
  void takes_several_names_of_one_image_for_one_image() {
    if (!keepsSeveral()) {
      return;
    }
    ImageContent image = source(SHOP, SHOP.withName("shop:latest")).open(Choice.only());
    assertThat(image.configDigest()).hasToString(SHOP.config().digest());
  }

  @Test
  void lets_a_visitor_fail_with_its_own_reason() {
    ImageSource source = source(SHOP);
    assertThatThrownBy(
            () ->
                source
                    .open(Choice.only())
                    .read(
                        Set.of(0),
                        (layer, bytes) -> {
                          throw new IOException("the disk is full");
                        }))
        .isInstanceOf(InspectionException.class)
        .hasMessageStartingWith("cannot read ")
        .hasMessageContaining(source.name())
        .hasMessageEndingWith(": the disk is full");
  }

  @Test
  void refuses_the_number_of_a_layer_that_there_is_not() {
    ImageContent image = source(SHOP).open(Choice.only());
    assertThatThrownBy(() -> image.read(Set.of(2), (layer, bytes) -> {}))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void refuses_a_config_that_is_no_config() {
    ImageSource source = source(SHOP.withRun("\"" + "x".repeat(9) + "\""));
    assertThatThrownBy(() -> source.open(Choice.only()))
        .isInstanceOf(InspectionException.class)
        .hasMessageStartingWith("config ")
        .hasMessageContaining(" of " + source.name() + ", line 1, column ")
        .hasMessageEndingWith("field config: must be an object, but was \"xxxxxxxxx\"");
  }
}

package org.seatrial.image.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatrial.check.InspectionException;
import org.seatrial.image.fixture.Blob;
import org.seatrial.image.fixture.Bundle;
import org.seatrial.image.fixture.ImageFixture;
import org.seatrial.image.fixture.LayerFixture;
import org.seatrial.image.oci.ImagePlatform;
import org.seatrial.image.oci.MediaType;

/** Which image of an index is taken. */
class PlatformChoiceTest {

  private static final String HOST = ImagePlatform.host().toString();

  private final AtomicInteger folders = new AtomicInteger();

  @TempDir private Path temp;

  private static ImageFixture image(String platform) {
    return ImageFixture.of(LayerFixture.empty().file("platform", platform))
        .withName("shop:1")
        .withPlatform(platform);
  }

  private ImageSource source(Bundle bundle) {
    return LayoutFolder.at(bundle.writeTo(temp.resolve("layout" + folders.incrementAndGet())));
  }

  private ImageSource source(String... platforms) {
    List<ImageFixture> images = new ArrayList<>();
    for (String platform : platforms) {
      images.add(image(platform));
    }
    return source(Bundle.layout(images.toArray(ImageFixture[]::new)));
  }

  private static String chosen(ImageSource source, String wanted) {
    Choice choice = Choice.only().withPlatform(ImagePlatform.parse(wanted));
    return source.open(choice).config().platform().toString();
  }

  private static void assertRefused(ImageSource source, Choice choice, String message) {
    assertThatThrownBy(() -> source.open(choice))
        .isInstanceOf(InspectionException.class)
        .hasMessage(message.replace("NAME", source.name()));
  }

  @Test
  void takes_the_one_asked_for() {
    ImageSource source = source("linux/amd64", "linux/arm64/v8", "linux/arm/v6", "linux/s390x");
    assertThat(chosen(source, "linux/arm64")).isEqualTo("linux/arm64/v8");
    assertThat(chosen(source, "linux/aarch64")).isEqualTo("linux/arm64/v8");
    assertThat(chosen(source, "linux/x86_64")).isEqualTo("linux/amd64");
    assertThat(chosen(source, "linux/arm/v7")).isEqualTo("linux/arm/v6");
  }

  @Test
  void takes_the_nearest_variant() {
    ImageSource source = source("linux/arm/v5", "linux/arm/v7", "linux/arm/v6");
    assertThat(chosen(source, "linux/arm")).isEqualTo("linux/arm/v7");
    assertThat(chosen(source, "linux/arm/v6")).isEqualTo("linux/arm/v6");
  }

  @Test
  void takes_that_of_the_machine_when_none_is_asked_for() {
    ImageContent image = source("linux/mips64le", HOST, "linux/s390x").open(Choice.only());
    assertThat(image.config().platform()).hasToString(HOST);
    assertThat(image.names()).containsExactly("shop:1");
  }

  @Test
  void says_what_there_is_when_the_one_asked_for_is_missing() {
    ImageSource source = source("linux/amd64", "linux/arm64/v8");
    assertRefused(
        source,
        Choice.only().withPlatform(ImagePlatform.parse("linux/s390x")),
        "NAME has no image for linux/s390x; it has linux/amd64, linux/arm64/v8");
  }

  @Test
  void says_what_there_is_when_the_machines_own_is_missing() {
    assertRefused(
        source("linux/mips64le", "linux/s390x"),
        Choice.only(),
        "NAME has no image for this machine, "
            + HOST
            + "; choose one of linux/mips64le, linux/s390x");
  }

  @Test
  void takes_the_first_of_several_for_the_same_platform() {
    ImageFixture first = image("linux/s390x").withRun("{\"User\": \"1\"}");
    ImageFixture second = image("linux/s390x").withRun("{\"User\": \"2\"}");
    ImageSource source = source(Bundle.layout(first, second));
    Choice choice = Choice.only().withPlatform(ImagePlatform.parse("linux/s390x"));
    assertThat(source.open(choice).config().run().user()).isEqualTo("1");
  }

  @Test
  void passes_over_build_records() {
    ImageFixture image = image("linux/s390x");
    String record =
        Blob.of(MediaType.OCI_MANIFEST.toString(), "not there")
            .descriptor("\"platform\": {\"os\": \"unknown\", \"architecture\": \"unknown\"}");
    Blob index =
        Blob.of(
            MediaType.OCI_INDEX.toString(),
            Bundle.index(List.of(record, image.manifest().descriptor(image.platformMember()))));
    Bundle bundle =
        Bundle.layout(image)
            .with(index)
            .with("index.json", Bundle.index(List.of(index.descriptor())));
    assertThat(source(bundle).open(Choice.only()).config().platform()).hasToString("linux/s390x");
  }

  @Test
  void passes_over_what_is_no_image() {
    ImageFixture image = image("linux/s390x");
    String other = Blob.of("application/vnd.example.sbom", "not there").descriptor();
    Bundle bundle =
        Bundle.layout(image)
            .with("index.json", Bundle.index(List.of(other, image.manifest().descriptor())));
    assertThat(source(bundle).open(Choice.only()).layers()).hasSize(1);
  }

  @Test
  void looks_into_the_config_where_the_index_does_not_tell() {
    ImageFixture one = image("linux/s390x").withName("");
    ImageFixture two = image("linux/mips64le");
    Bundle bundle =
        Bundle.layout(one, two)
            .with(
                "index.json",
                Bundle.index(
                    List.of(
                        one.manifest().descriptor(),
                        two.manifest().descriptor(two.platformMember()))));
    assertThat(chosen(source(bundle), "linux/s390x")).isEqualTo("linux/s390x");
    assertThat(chosen(source(bundle), "linux/mips64le")).isEqualTo("linux/mips64le");
  }

  @Test
  void refuses_an_image_that_is_not_for_the_platform_the_index_promises() {
    ImageFixture image = image("linux/mips64le");
    ImageFixture other = image("linux/amd64");
    Bundle bundle =
        Bundle.layout(image, other)
            .with(
                "index.json",
                Bundle.index(
                    List.of(
                        image.manifest().descriptor(image("linux/s390x").platformMember()),
                        other.manifest().descriptor(other.platformMember()))));
    assertRefused(
        source(bundle),
        Choice.only().withPlatform(ImagePlatform.parse("linux/s390x")),
        "NAME has no image for linux/s390x; it has linux/mips64le");
  }

  @Test
  void lists_images_without_names_by_their_digests() {
    ImageFixture one = image("linux/s390x").withName("");
    ImageFixture two = image("linux/mips64le").withName("");
    ImageSource source = source(Bundle.layout(one, two));
    assertRefused(
        source,
        Choice.only(),
        "NAME holds several images; choose one of "
            + one.manifest().digest()
            + ", "
            + two.manifest().digest());
    assertThat(source.open(Choice.only().withName(two.manifest().digest())).config().platform())
        .hasToString("linux/mips64le");
  }

  @Test
  void finds_an_image_in_an_index_in_an_index_up_to_a_bound() {
    ImageFixture image = image("linux/s390x");
    assertThat(source(nested(image, 3)).open(Choice.only()).layers()).hasSize(1);
    ImageSource deep = source(nested(image, 4));
    assertThatThrownBy(() -> deep.open(Choice.only()))
        .isInstanceOf(InspectionException.class)
        .hasMessageStartingWith("cannot read index sha256:")
        .hasMessageEndingWith(" of " + deep.name() + ": it is nested more than 4 indexes deep");
  }

  /** Return a layout with this many indexes between index.json and the manifest, each twofold. */
  private static Bundle nested(ImageFixture image, int indexes) {
    Bundle bundle = Bundle.layout(image);
    Blob at = image.manifest();
    for (int i = 0; i < indexes; i++) {
      // Each names the next a thousand times: only one of them may count.
      List<String> entries = Collections.nCopies(1_000, at.descriptor());
      at = Blob.of(MediaType.OCI_INDEX.toString(), Bundle.index(entries));
      bundle = bundle.with(at);
    }
    return bundle.with("index.json", Bundle.index(List.of(at.descriptor())));
  }

  @Test
  void takes_what_is_there_of_an_image_of_which_an_engine_kept_one_platform() {
    ImageFixture there = image("linux/s390x");
    ImageFixture away = image("linux/mips64le");
    Bundle bundle =
        Bundle.layout(there, away)
            .without(away.manifest().path())
            .without(away.config().path())
            .without(away.blobs().get(0).path());
    assertThat(chosen(source(bundle), "linux/s390x")).isEqualTo("linux/s390x");
    assertRefused(
        source(bundle),
        Choice.only().withPlatform(ImagePlatform.parse("linux/mips64le")),
        "cannot read manifest " + away.manifest().digest() + " of NAME: it is not there");
  }
}

package org.seatrial.image.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seatrial.check.InspectionException;
import org.seatrial.image.fixture.Bundle;
import org.seatrial.image.fixture.ImageFixture;
import org.seatrial.image.fixture.LayerFixture;
import org.seatrial.image.fixture.Packing;

/** Archives that are wrong in one way each. */
class ImageArchiveTest {

  private static final LayerFixture LAYER = LayerFixture.empty().file("a", "x".repeat(2_000));
  private static final ImageFixture IMAGE = ImageFixture.of(LAYER).withName("shop:1");
  private static final Bundle OLD = Bundle.savedBefore25(IMAGE);
  private static final String OLD_CONFIG = IMAGE.config().digest().substring(7) + ".json";
  private static final String OLD_LAYER = layerPath(OLD);

  @TempDir private Path temp;

  private static String layerPath(Bundle bundle) {
    String manifest = bundle.text("manifest.json");
    int start = manifest.indexOf("\"Layers\": [\"") + 12;
    return manifest.substring(start, manifest.indexOf('"', start));
  }

  private Path write(byte[] bytes) throws IOException {
    return Files.write(temp.resolve("x.tar"), bytes);
  }

  private void assertRefused(byte[] bytes, String message) throws IOException {
    assertRefused(write(bytes), message);
  }

  private static void assertRefused(Path file, String message) {
    assertThatThrownBy(() -> ImageArchive.at(file).open(Choice.only()))
        .isInstanceOf(InspectionException.class)
        .hasMessage(message.replace("NAME", "archive:" + file));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hello | NAME is no tar archive: cannot read NAME: entry 1 at byte 0: the archive ends"
            + " within its header",
        "'' | cannot read NAME: it is empty",
        "PK\u0003\u0004\u0014x | cannot read NAME: it is a zip archive, not a tar",
        "\u00fd7zXZ\u0000x | cannot read NAME: it is compressed with xz; use plain, gzip or zstd"
            + " archives",
        "BZh91AY&SY | cannot read NAME: it is compressed with bzip2; use plain, gzip or zstd"
            + " archives"
      })
  void refuses_what_is_no_archive(String text, String message) throws IOException {
    assertRefused(text.getBytes(ISO_8859_1), message);
  }

  @Test
  void refuses_a_file_that_is_not_there_and_one_that_is_a_folder() {
    assertRefused(temp.resolve("nothing"), "cannot read NAME: there is no such file");
    assertRefused(temp, "cannot read NAME: it is a folder; a layout is named layout:" + temp);
  }

  @Test
  void says_what_an_archive_holds_that_holds_no_image() throws IOException {
    assertRefused(new byte[1_024], "NAME holds no image: it is an empty archive");
    assertRefused(
        LayerFixture.empty().directory("etc").file("etc/passwd", "").tar(),
        "NAME holds no image: it is the file system of a container, as docker export writes it;"
            + " use docker save");
    assertRefused(
        OLD.without("manifest.json").tar(),
        "NAME holds no image: it was saved by an engine older than Docker 1.10, without a"
            + " manifest.json");
    LayerFixture files = LayerFixture.empty();
    for (char c = 'a'; c < 'h'; c++) {
      files = files.file(c + ".txt", "");
    }
    assertRefused(
        files.tar(),
        "NAME holds no image: it has neither index.json nor manifest.json, but a.txt, b.txt,"
            + " c.txt, d.txt, e.txt and 2 more");
    assertRefused(OLD.with("manifest.json", "[]").tar(), "NAME holds no image");
  }

  @Test
  void refuses_an_archive_that_ends_too_early() throws IOException {
    byte[] tar = Bundle.saved(IMAGE).tar();
    // The first entry is the manifest; half of everything is within the layer's blob.
    for (int length : new int[] {300, 700, tar.length / 2}) {
      assertThatThrownBy(
              () -> ImageArchive.at(write(Arrays.copyOf(tar, length))).open(Choice.only()))
          .isInstanceOf(InspectionException.class)
          .hasMessageContaining("cannot read archive:" + temp.resolve("x.tar") + ": entry ")
          .hasMessageContaining("the archive ends within its ");
    }
  }

  @Test
  void refuses_a_compressed_archive_that_ends_too_early() throws IOException {
    for (Packing packing : new Packing[] {Packing.GZIP, Packing.ZSTD}) {
      byte[] packed = packing.pack(Bundle.saved(IMAGE).tar());
      assertThatThrownBy(
              () ->
                  ImageArchive.at(write(Arrays.copyOf(packed, packed.length - 20)))
                      .open(Choice.only()))
          .isInstanceOf(InspectionException.class)
          .hasMessageContaining("cannot read archive:" + temp.resolve("x.tar"));
    }
  }

  @Test
  void refuses_documents_that_are_there_twice() throws IOException {
    assertRefused(
        OLD.entries().file("manifest.json", OLD.text("manifest.json")).tar(),
        "cannot trust manifest.json of NAME: it is there twice, and readers take either");
    assertRefused(
        OLD.entries().file("./" + OLD_CONFIG, "{}").tar(),
        "cannot trust " + OLD_CONFIG + " of NAME: it is there twice, and readers take either");
    Bundle saved = Bundle.saved(IMAGE);
    assertRefused(
        saved.entries().file("index.json", saved.text("index.json")).tar(),
        "cannot trust index.json of NAME: it is there twice, and readers take either");
  }

  @Test
  void takes_the_last_of_a_layer_that_is_there_twice() throws IOException {
    byte[] other = LayerFixture.empty().file("b", "2").tar();
    byte[] tar = OLD.entries().file(OLD_LAYER, other, 0644, 0, 0).tar();
    ImageContent image = ImageArchive.at(write(tar)).open(Choice.only());
    // Whoever verifies the diff ID will refuse it, as an engine that unpacks the archive does.
    image.read(
        Set.of(0), (layer, bytes) -> assertThat(bytes.stream().readAllBytes()).isEqualTo(other));
  }

  @Test
  void refuses_entries_that_climb_out() throws IOException {
    byte[] tar = LayerFixture.empty().file("../manifest.json", "[]").tar();
    assertRefused(
        tar,
        "NAME is no tar archive: cannot read NAME: entry 1 at byte 0 (\"../manifest.json\"): its"
            + " path climbs out of the root");
  }

  @ParameterizedTest
  @CsvSource({"/etc/passwd", "../../etc/passwd", "blobs/../../etc/passwd", "nowhere.json"})
  void refuses_a_config_outside_of_the_archive(String path) throws IOException {
    assertRefused(
        OLD.replacing("manifest.json", OLD_CONFIG, path).tar(),
        "cannot read " + path + " of NAME: it is not there");
  }

  @ParameterizedTest
  @CsvSource({"/etc/passwd", "../../../../etc/passwd", "../../x"})
  void refuses_a_layer_that_is_a_link_out_of_the_archive(String target) throws IOException {
    assertRefused(
        OLD.without(OLD_LAYER).withLink(OLD_LAYER, target).tar(),
        "cannot read %s of NAME: it is a link out of the archive, to \"%s\""
            .formatted(OLD_LAYER, target));
  }

  @Test
  void names_the_archive_and_the_reason_however_long_its_names_are() throws IOException {
    String path = "n".repeat(3_000);
    String shown = "n".repeat(300) + "… (2700 more characters)";
    assertRefused(
        OLD.replacing("manifest.json", OLD_CONFIG, path).tar(),
        "cannot read " + shown + " of NAME: it is not there");
    assertRefused(
        OLD.without(OLD_LAYER).withLink(OLD_LAYER, "/" + path).tar(),
        "cannot read %s of NAME: it is a link out of the archive, to \"/%s\""
            .formatted(OLD_LAYER, "n".repeat(299) + "… (2701 more characters)"));
  }

  @Test
  void refuses_a_layer_that_is_a_link_to_nothing_or_in_a_circle() throws IOException {
    assertRefused(
        OLD.without(OLD_LAYER).withLink(OLD_LAYER, "../gone/layer.tar").tar(),
        "cannot read layer 1 of 1 (%s) of NAME: it is not there".formatted(OLD_LAYER));
    assertRefused(
        OLD.without(OLD_LAYER).withLink(OLD_LAYER, "layer.tar").tar(),
        "cannot read %s of NAME: it leads through more than 40 links".formatted(OLD_LAYER));
    assertRefused(
        OLD.without(OLD_LAYER).entries().directory(OLD_LAYER).tar(),
        "cannot read %s of NAME: it is a directory, not a file".formatted(OLD_LAYER));
  }

  @Test
  void follows_hard_links_too() throws IOException {
    byte[] tar =
        OLD.without(OLD_LAYER)
            .entries()
            .file("first", LAYER.tar(), 0644, 0, 0)
            .hardLink(OLD_LAYER, "first")
            .tar();
    ImageContent image = ImageArchive.at(write(tar)).open(Choice.only());
    image.read(
        Set.of(0),
        (layer, bytes) -> {
          assertThat(layer.path()).isEqualTo("first");
          assertThat(bytes.stream().readAllBytes()).isEqualTo(LAYER.tar());
        });
  }

  @Test
  void refuses_a_config_that_is_not_the_one_its_name_says() throws IOException {
    String other = OLD.text(OLD_CONFIG).replace("amd64", "arm64");
    assertThatThrownBy(
            () -> ImageArchive.at(write(OLD.with(OLD_CONFIG, other).tar())).open(Choice.only()))
        .isInstanceOf(InspectionException.class)
        .hasMessageStartingWith(
            "cannot trust config " + OLD_CONFIG + " of archive:" + temp.resolve("x.tar"))
        .hasMessageEndingWith(", not " + IMAGE.config().digest());
  }

  @Test
  void takes_a_config_whose_name_says_nothing() throws IOException {
    Bundle bundle =
        OLD.replacing("manifest.json", OLD_CONFIG, "config.json")
            .with("config.json", OLD.text(OLD_CONFIG));
    ImageContent image = ImageArchive.at(write(bundle.tar())).open(Choice.only());
    assertThat(image.configDigest()).hasToString(IMAGE.config().digest());
  }

  @Test
  void refuses_documents_that_disagree_on_the_number_of_layers() throws IOException {
    assertRefused(
        OLD.replacing("manifest.json", "\"Layers\": [\"" + OLD_LAYER + "\"]", "\"Layers\": []")
            .tar(),
        "cannot trust manifest.json of NAME: it has 0 layers, but the config has 1 diff IDs");
  }

  @Test
  void refuses_an_archive_whose_two_lists_tell_of_different_images() throws IOException {
    ImageFixture other = IMAGE.withRun("{\"User\": \"0\"}");
    Bundle bundle =
        Bundle.saved(IMAGE)
            .with(other.config())
            .replacing("manifest.json", IMAGE.config().path(), other.config().path());
    assertRefused(
        bundle.tar(),
        "cannot trust NAME: its index.json and manifest.json tell of different images, and engines"
            + " differ in which they run");
  }

  @Test
  void refuses_a_list_of_saved_images_that_is_none() throws IOException {
    assertRefused(
        OLD.with("manifest.json", "{\"schemaVersion\": 2}").tar(),
        "manifest.json of NAME, line 1, column 1: must be a list, but was an object");
    assertRefused(
        OLD.with("manifest.json", "[{\"Config\": 1}]").tar(),
        "manifest.json of NAME, line 1, column 13, field [0].Config: must be text, but was 1");
  }

  @Test
  void escapes_what_an_archive_says() throws IOException {
    assertThatThrownBy(
            () ->
                ImageArchive.at(
                        write(OLD.replacing("manifest.json", OLD_CONFIG, "\\u001b[31m").tar()))
                    .open(Choice.only()))
        .hasMessageStartingWith("cannot read \\u001b[31m of archive:");
  }

  @Test
  void notices_an_archive_that_changes_after_it_was_read() throws IOException {
    byte[] tar = Bundle.saved(IMAGE).tar();
    ImageContent image = ImageArchive.at(write(tar)).open(Choice.only());
    write(new byte[10]);
    assertThatThrownBy(() -> image.read(Set.of(0), (layer, bytes) -> {}))
        .isInstanceOf(InspectionException.class)
        .hasMessage(
            "cannot read archive:"
                + temp.resolve("x.tar")
                + ": it has changed since it was first read");
  }
}

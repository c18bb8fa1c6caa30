package org.seatrial.image.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatrial.check.InspectionException;
import org.seatrial.image.fixture.Blob;
import org.seatrial.image.fixture.Bundle;
import org.seatrial.image.fixture.ImageFixture;
import org.seatrial.image.fixture.LayerFixture;
import org.seatrial.image.fixture.Packing;
import org.seatrial.image.oci.MediaType;

/** Layouts that are wrong in one way each. */
class LayoutFolderTest {

  private static final LayerFixture LAYER = LayerFixture.empty().file("a", "1");
  private static final ImageFixture IMAGE =
      ImageFixture.of(LAYER).withName("shop:1").withPacking(Packing.PLAIN);
  private static final Bundle LAYOUT = Bundle.layout(IMAGE);
  private static final Blob MANIFEST = IMAGE.manifest();
  private static final Blob CONFIG = IMAGE.config();
  private static final Blob BLOB = IMAGE.blobs().get(0);

  private final AtomicInteger folders = new AtomicInteger();

  @TempDir private Path temp;

  private Path folder(Bundle bundle) {
    return bundle.writeTo(temp.resolve("layout" + folders.incrementAndGet()));
  }

  private void assertRefused(Bundle bundle, String message) {
    assertRefused(folder(bundle), message);
  }

  private void assertRefused(Path folder, String message) {
    assertThatThrownBy(() -> LayoutFolder.at(folder).open(Choice.only()))
        .isInstanceOf(InspectionException.class)
        .hasMessage(message.replace("NAME", "layout:" + folder));
  }

  /** Return a layout of this manifest, whose config and layers are those of the image. */
  private static Bundle layoutOf(Blob manifest) {
    return LAYOUT.with(manifest).with("index.json", Bundle.index(List.of(manifest.descriptor())));
  }

  private static Blob manifestWith(String text, String other) {
    String json = new String(MANIFEST.bytes(), UTF_8);
    assertThat(json).contains(text);
    return Blob.of(MANIFEST.mediaType(), json.replace(text, other));
  }

  @Test
  void refuses_a_document_that_is_not_the_one_named() {
    String other = new String(CONFIG.bytes(), UTF_8);
    Blob changed = Blob.of("", other.replace("amd64", "arm64"));
    assertRefused(
        LAYOUT.with(CONFIG.path(), changed.bytes()),
        "cannot trust config %s of NAME: its digest is %s, not %1$s"
            .formatted(CONFIG.digest(), changed.digest()));
    Blob empty = Blob.of("", "{}");
    assertRefused(
        LAYOUT.with(MANIFEST.path(), empty.bytes()),
        "cannot trust manifest %s of NAME: it has 2 bytes, not %d"
            .formatted(MANIFEST.digest(), MANIFEST.bytes().length));
  }

  @Test
  void refuses_a_document_that_is_missing() {
    assertRefused(LAYOUT.without("index.json"), "cannot read index.json of NAME: it is not there");
    assertRefused(
        LAYOUT.without("oci-layout"),
        "cannot read NAME: it has no file oci-layout, so it is no OCI layout");
  }

  @Test
  void refuses_a_blob_that_is_missing() {
    assertRefused(
        LAYOUT.without(MANIFEST.path()),
        "cannot read manifest " + MANIFEST.digest() + " of NAME: it is not there");
  }

  @Test
  void refuses_a_config_that_is_missing() {
    assertRefused(
        LAYOUT.without(CONFIG.path()),
        "cannot read config " + CONFIG.digest() + " of NAME: it is not there");
  }

  @Test
  void refuses_a_layer_that_is_missing() {
    assertRefused(
        LAYOUT.without(BLOB.path()),
        "cannot read layer 1 of 1 (%s) of NAME: it is not there"
            .formatted(BLOB.digest().substring(0, 19)));
    Blob foreign = new Blob(MediaType.DOCKER_FOREIGN_LAYER_GZIP.toString(), BLOB.bytes());
    assertRefused(
        layoutOf(ImageFixture.manifest(CONFIG, List.of(foreign))).without(BLOB.path()),
        ("cannot read layer 1 of 1 (%s) of NAME: it is not there, as its media type allows:"
                + " application/vnd.docker.image.rootfs.foreign.diff.tar.gzip")
            .formatted(BLOB.digest().substring(0, 19)));
  }

  @Test
  void refuses_a_layer_of_another_size() {
    assertRefused(
        LAYOUT.with(BLOB.path(), "short"),
        "cannot trust layer 1 of 1 (%s) of NAME: it has 5 bytes, not %d"
            .formatted(BLOB.digest().substring(0, 19), BLOB.bytes().length));
  }

  @Test
  void refuses_documents_that_disagree_on_the_number_of_layers() {
    Blob manifest = ImageFixture.manifest(CONFIG, List.of(BLOB, BLOB));
    assertRefused(
        layoutOf(manifest),
        "cannot trust manifest %s of NAME: it has 2 layers, but the config has 1 diff IDs"
            .formatted(manifest.digest()));
  }

  @Test
  void refuses_one_blob_that_is_said_to_be_two_layers() {
    Blob config = ImageFixture.of(LAYER, LayerFixture.empty().file("b", "2")).config();
    Blob manifest = ImageFixture.manifest(config, List.of(BLOB, BLOB));
    assertRefused(
        layoutOf(manifest).with(config),
        ("cannot trust layer 2 of 2 (%s) of NAME: it is the same blob as layer 1, but the config"
                + " has different diff IDs for them")
            .formatted(BLOB.digest().substring(0, 19)));
  }

  @Test
  void refuses_a_media_type_that_is_not_of_an_image() {
    Blob manifest = manifestWith(".image.config.v1+json", ".empty.v1+json");
    assertThatThrownBy(() -> LayoutFolder.at(folder(layoutOf(manifest))).open(Choice.only()))
        .isInstanceOf(InspectionException.class)
        .hasMessageStartingWith(
            "manifest " + manifest.digest() + " of layout:" + temp.resolve("layout1") + ", line 1")
        .hasMessageEndingWith(
            "field config.mediaType: media type must be one of"
                + " application/vnd.oci.image.config.v1+json,"
                + " application/vnd.docker.container.image.v1+json, but was"
                + " \"application/vnd.oci.empty.v1+json\"");
    assertRefused(
        LAYOUT.replacing("index.json", "image.manifest.v1+json", "sbom.v9+json"),
        "cannot read NAME: in its index, media type must be one of"
            + " application/vnd.oci.image.index.v1+json,"
            + " application/vnd.docker.distribution.manifest.list.v2+json,"
            + " application/vnd.oci.image.manifest.v1+json,"
            + " application/vnd.docker.distribution.manifest.v2+json, but was"
            + " \"application/vnd.oci.sbom.v9+json\"");
  }

  @Test
  void refuses_a_manifest_that_is_not_of_the_type_that_the_index_says() {
    assertThatThrownBy(
            () ->
                LayoutFolder.at(
                        folder(
                            LAYOUT.replacing(
                                "index.json",
                                MediaType.OCI_MANIFEST.toString(),
                                MediaType.DOCKER_MANIFEST.toString())))
                    .open(Choice.only()))
        .isInstanceOf(InspectionException.class)
        .hasMessageContaining("field mediaType: must be what the document that refers to it says");
  }

  @Test
  void refuses_schema_1() {
    Blob manifest = manifestWith("\"schemaVersion\": 2", "\"schemaVersion\": 1");
    assertRefused(
        layoutOf(manifest),
        "manifest "
            + manifest.digest()
            + " of NAME, line 1, column 19, field schemaVersion: Docker's manifest schema 1 is not"
            + " read: it gives no diff IDs and no config to verify; push or save the image again"
            + " with a current engine");
  }

  @Test
  void refuses_a_manifest_that_could_be_an_index() {
    Blob manifest = manifestWith("\"layers\"", "\"manifests\": [], \"layers\"");
    assertThatThrownBy(() -> LayoutFolder.at(folder(layoutOf(manifest))).open(Choice.only()))
        .isInstanceOf(InspectionException.class)
        .hasMessageEndingWith(
            "field manifests: must not be in a manifest, which it could be mistaken for");
  }

  @Test
  void refuses_giant_and_deep_documents() {
    assertRefused(
        LAYOUT.with("index.json", "[" + " ".repeat(8 << 20) + "]"),
        "cannot read index.json of NAME: it has 8388610 bytes, more than 8388608");
    assertRefused(
        LAYOUT.with("index.json", "[".repeat(100_000)),
        "index.json of NAME, line 1, column 65: is nested deeper than 64 levels");
    Blob manifest = Blob.of(MANIFEST.mediaType(), "{" + " ".repeat(8 << 20) + "}");
    assertRefused(
        layoutOf(manifest),
        "cannot read manifest "
            + manifest.digest()
            + " of NAME: it has 8388610 bytes, more than 8388608");
  }

  @Test
  void refuses_blobs_that_are_links() throws IOException {
    Path folder = folder(LAYOUT);
    Path blob = folder.resolve(BLOB.path());
    Path elsewhere = temp.resolve("elsewhere");
    Files.move(blob, elsewhere);
    Files.createSymbolicLink(blob, elsewhere);
    assertRefused(folder, "cannot read %s of NAME: %1$s is a link".formatted(BLOB.path()));
    Files.delete(blob);
    Files.createSymbolicLink(blob, Path.of("../../index.json"));
    assertRefused(folder, "cannot read %s of NAME: %1$s is a link".formatted(BLOB.path()));
  }

  @Test
  void refuses_folders_and_documents_that_are_links() throws IOException {
    Path folder = folder(LAYOUT);
    Files.move(folder.resolve("blobs"), temp.resolve("blobs"));
    Files.createSymbolicLink(folder.resolve("blobs"), temp.resolve("blobs"));
    assertRefused(folder, "cannot read %s of NAME: blobs is a link".formatted(MANIFEST.path()));
    Files.move(folder.resolve("index.json"), temp.resolve("index.json"));
    Files.createSymbolicLink(folder.resolve("index.json"), temp.resolve("index.json"));
    assertRefused(folder, "cannot read index.json of NAME: index.json is a link");
  }

  @Test
  void takes_a_layout_that_is_reached_through_a_link() throws IOException {
    Path link = Files.createSymbolicLink(temp.resolve("link"), folder(LAYOUT));
    assertThat(LayoutFolder.at(link).open(Choice.only()).layers()).hasSize(1);
  }

  @Test
  void refuses_a_blob_that_is_a_folder() throws IOException {
    Path folder = folder(LAYOUT);
    Files.delete(folder.resolve(BLOB.path()));
    Files.createDirectory(folder.resolve(BLOB.path()));
    assertRefused(folder, "cannot read " + BLOB.path() + " of NAME: it is not a regular file");
  }

  @Test
  void notices_a_layer_that_changes_after_the_documents_were_read() throws IOException {
    Path folder = folder(LAYOUT);
    ImageContent image = LayoutFolder.at(folder).open(Choice.only());
    Files.writeString(folder.resolve(BLOB.path()), "short");
    assertThatThrownBy(() -> image.read(Set.of(0), (layer, bytes) -> {}))
        .isInstanceOf(InspectionException.class)
        .hasMessage(
            "cannot read "
                + BLOB.path()
                + " of layout:"
                + folder
                + ": it has changed since it was first looked at");
  }

  @Test
  void refuses_what_is_no_layout() throws IOException {
    assertRefused(temp.resolve("nothing"), "cannot read NAME: there is no such folder");
    Path file = Files.writeString(temp.resolve("file"), "x");
    assertRefused(file, "cannot read NAME: it is no folder; an archive is named archive:" + file);
    assertRefused(
        LAYOUT.with("oci-layout", "{\"imageLayoutVersion\": \"2.0.0\"}"),
        "oci-layout of NAME, line 1, column 24, field imageLayoutVersion: must be 1.0.0, but was"
            + " \"2.0.0\"");
    assertRefused(
        LAYOUT.with("oci-layout", "{}"),
        "oci-layout of NAME, line 1, column 1, field imageLayoutVersion: must be text, but is"
            + " missing");
  }

  @Test
  void refuses_an_index_without_an_image() {
    assertRefused(LAYOUT.with("index.json", Bundle.index(List.of())), "NAME holds no image");
  }
}

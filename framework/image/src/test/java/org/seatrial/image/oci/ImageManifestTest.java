package org.seatrial.image.oci;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.seatrial.check.InspectionException;

class ImageManifestTest {

  private static final String A = "sha256:" + "a".repeat(64);
  private static final String B = "sha256:" + "b".repeat(64);

  private static final String GOOD =
      """
      {"schemaVersion": 2,
       "mediaType": "application/vnd.oci.image.manifest.v1+json",
       "config": {"mediaType": "application/vnd.oci.image.config.v1+json", "digest": "%s", "size": 10},
       "layers": [{"mediaType": "application/vnd.oci.image.layer.v1.tar+gzip", "digest": "%s", "size": 20}],
       "annotations": {"org.opencontainers.image.base.name": "debian"}}
      """
          .formatted(A, B);

  private static final String GOOD_INDEX =
      """
      {"schemaVersion": 2,
       "mediaType": "application/vnd.oci.image.index.v1+json",
       "manifests": [
        {"mediaType": "application/vnd.oci.image.manifest.v1+json", "digest": "%s", "size": 10,
         "platform": {"os": "linux", "architecture": "arm", "variant": "v7"}},
        {"mediaType": "application/vnd.oci.image.manifest.v1+json", "digest": "%s", "size": 10,
         "platform": {"os": "unknown", "architecture": "unknown"}},
        {"mediaType": "application/vnd.oci.image.manifest.v1+json", "digest": "%s", "size": 10,
         "annotations": {"vnd.docker.reference.type": "attestation-manifest"}}]}
      """
          .formatted(A, B, B);

  private static ImageManifest manifest(String text) {
    return ImageManifest.parse("the manifest", text.getBytes(UTF_8), "");
  }

  private static ImageIndex index(String text) {
    return ImageIndex.parse("the index", text.getBytes(UTF_8), "");
  }

  @Test
  void reads_a_manifest() {
    ImageManifest manifest = manifest(GOOD);
    assertThat(manifest.config())
        .isEqualTo(Descriptor.of(MediaType.OCI_CONFIG.toString(), Digest.parse(A), 10));
    assertThat(manifest.layers())
        .containsExactly(Descriptor.of(MediaType.OCI_LAYER_GZIP.toString(), Digest.parse(B), 20));
    assertThat(manifest.annotations())
        .containsEntry("org.opencontainers.image.base.name", "debian");
  }

  @Test
  void reads_an_index_and_knows_what_is_an_image() {
    ImageIndex index = index(GOOD_INDEX);
    assertThat(index.manifests()).hasSize(3);
    assertThat(index.images().toList()).containsExactly(index.manifests().get(0));
    assertThat(index.manifests().get(0).platform())
        .contains(new ImagePlatform("linux", "arm", "v7", ""));
  }

  @Test
  void refuses_a_document_that_could_be_both() {
    assertRefused(
        GOOD.replace("\"annotations\"", "\"manifests\": [], \"annotations\""),
        "the manifest, line 5, column 15, field manifests: must not be in a manifest, which it"
            + " could be mistaken for");
    assertThatThrownBy(
            () -> index(GOOD_INDEX.replace("\"manifests\"", "\"layers\": [], \"manifests\"")))
        .hasMessage(
            "the index, line 3, column 12, field layers: must not be in an index, which it could be"
                + " mistaken for");
    assertThatThrownBy(
            () -> index(GOOD_INDEX.replace("\"manifests\"", "\"config\": {}, \"manifests\"")))
        .hasMessageContaining("field config: must not be in an index");
  }

  @Test
  void refuses_a_media_type_that_is_not_the_one_promised() {
    assertThatThrownBy(
            () ->
                ImageManifest.parse(
                    "the manifest", GOOD.getBytes(UTF_8), MediaType.DOCKER_MANIFEST.toString()))
        .hasMessage(
            "the manifest, line 2, column 15, field mediaType: must be what the document that"
                + " refers to it says,"
                + " \"application/vnd.docker.distribution.manifest.v2+json\", but was"
                + " \"application/vnd.oci.image.manifest.v1+json\"");
    assertRefused(
        GOOD.replace("manifest.v1+json", "index.v1+json"),
        "the manifest, line 2, column 15, field mediaType: media type must be one of"
            + " application/vnd.oci.image.manifest.v1+json,"
            + " application/vnd.docker.distribution.manifest.v2+json, but was"
            + " \"application/vnd.oci.image.index.v1+json\"");
  }

  @Test
  void refuses_schema_1() {
    assertRefused(
        "{\"schemaVersion\": 1, \"name\": \"shop\", \"fsLayers\": []}",
        "the manifest, line 1, column 19, field schemaVersion: Docker's manifest schema 1 is not"
            + " read: it gives no diff IDs and no config to verify; push or save the image again"
            + " with a current engine");
    assertRefused(
        GOOD.replace(
            "application/vnd.oci.image.manifest.v1+json",
            "application/vnd.docker.distribution.manifest.v1+prettyjws"),
        "the manifest, line 2, column 15, field mediaType: Docker's manifest schema 1 is not read:"
            + " it gives no diff IDs and no config to verify; push or save the image again with a"
            + " current engine");
  }

  @Test
  void refuses_what_is_no_image() {
    assertRefused(
        GOOD.replace("oci.image.config.v1", "cncf.helm.config.v1"),
        "the manifest, line 3, column 26, field config.mediaType: media type must be one of"
            + " application/vnd.oci.image.config.v1+json,"
            + " application/vnd.docker.container.image.v1+json, but was"
            + " \"application/vnd.cncf.helm.config.v1+json\"");
    assertThatThrownBy(() -> manifest(GOOD.replace("tar+gzip", "tar+gzip+encrypted")))
        .hasMessageStartingWith("the manifest, line 4, column 27, field layers[0].mediaType: media")
        .hasMessageEndingWith("but was \"application/vnd.oci.image.layer.v1.tar+gzip+encrypted\"");
  }

  @Test
  void refuses_broken_descriptors() {
    assertRefused(
        GOOD.replace("\"size\": 20", "\"size\": -20"),
        "the manifest, line 4, column 167, field layers[0].size: must not be negative, but was"
            + " -20");
    assertRefused(
        GOOD.replace("\"size\": 20", "\"sise\": 20"),
        "the manifest, line 4, column 13, field layers[0].size: must be a whole number, but is"
            + " missing");
    assertRefused(
        GOOD.replace(B, "sha256:../../etc/passwd"),
        "the manifest, line 4, column 84, field layers[0].digest: digest must have 64 lower-case"
            + " hexadecimal digits after sha256:, but was \"sha256:../../etc/passwd\"");
    assertRefused(
        "{\"schemaVersion\": 2, \"layers\": []}",
        "the manifest, line 1, column 1, field config: must be an object, but is missing");
    assertRefused(
        GOOD.replace("\"schemaVersion\": 2", "\"schemaVersion\": 3"),
        "the manifest, line 1, column 19, field schemaVersion: must be 2, but was 3");
    assertThatThrownBy(() -> index("{\"schemaVersion\": 2}"))
        .hasMessage("the index, line 1, column 1, field manifests: must be a list, but is missing");
  }

  @Test
  void reads_the_list_of_saved_images() {
    String text =
        "[{\"Config\": \"c.json\", \"RepoTags\": null, \"Layers\": [\"a/layer.tar\"]},"
            + " {\"Config\": \"d.json\", \"RepoTags\": [\"shop:1\"], \"Layers\": null}]";
    assertThat(SavedImage.parse("manifest.json", text.getBytes(UTF_8)))
        .containsExactly(
            new SavedImage("c.json", java.util.List.of(), java.util.List.of("a/layer.tar")),
            new SavedImage("d.json", java.util.List.of("shop:1"), java.util.List.of()));
  }

  @Test
  void knows_the_version_of_a_layout() {
    LayoutVersion.check("oci-layout", "{\"imageLayoutVersion\": \"1.0.0\"}".getBytes(UTF_8));
    assertThatThrownBy(
            () ->
                LayoutVersion.check(
                    "oci-layout", "{\"imageLayoutVersion\": \"2.0\"}".getBytes(UTF_8)))
        .hasMessage(
            "oci-layout, line 1, column 24, field imageLayoutVersion: must be 1.0.0, but was"
                + " \"2.0\"");
  }

  @Test
  void knows_layers_that_may_be_left_out() {
    assertThat(MediaType.OCI_FOREIGN_LAYER_GZIP.isForeign()).isTrue();
    assertThat(MediaType.DOCKER_FOREIGN_LAYER_GZIP.isForeign()).isTrue();
    assertThat(MediaType.OCI_LAYER_ZSTD.isForeign()).isFalse();
    assertThat(MediaType.OCI_LAYER_ZSTD.kind()).isEqualTo(MediaType.Kind.LAYER);
  }

  private static void assertRefused(String text, String message) {
    assertThatThrownBy(() -> manifest(text))
        .isInstanceOf(InspectionException.class)
        .hasMessage(message);
  }
}

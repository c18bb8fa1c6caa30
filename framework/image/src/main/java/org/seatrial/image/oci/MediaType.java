package org.seatrial.image.oci;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.seatrial.check.Printable;

/**
 * The media types that an image is made of, by the OCI image specification (media-types.md) and
 * Docker's image manifest, version 2, schema 2.
 */
public enum MediaType {
  OCI_INDEX("application/vnd.oci.image.index.v1+json", Kind.INDEX),
  DOCKER_MANIFEST_LIST("application/vnd.docker.distribution.manifest.list.v2+json", Kind.INDEX),
  OCI_MANIFEST("application/vnd.oci.image.manifest.v1+json", Kind.MANIFEST),
  DOCKER_MANIFEST("application/vnd.docker.distribution.manifest.v2+json", Kind.MANIFEST),
  OCI_CONFIG("application/vnd.oci.image.config.v1+json", Kind.CONFIG),
  DOCKER_CONFIG("application/vnd.docker.container.image.v1+json", Kind.CONFIG),
  OCI_LAYER("application/vnd.oci.image.layer.v1.tar", Kind.LAYER),
  OCI_LAYER_GZIP("application/vnd.oci.image.layer.v1.tar+gzip", Kind.LAYER),
  OCI_LAYER_ZSTD("application/vnd.oci.image.layer.v1.tar+zstd", Kind.LAYER),
  OCI_FOREIGN_LAYER("application/vnd.oci.image.layer.nondistributable.v1.tar", Kind.LAYER),
  OCI_FOREIGN_LAYER_GZIP(
      "application/vnd.oci.image.layer.nondistributable.v1.tar+gzip", Kind.LAYER),
  OCI_FOREIGN_LAYER_ZSTD(
      "application/vnd.oci.image.layer.nondistributable.v1.tar+zstd", Kind.LAYER),
  DOCKER_LAYER("application/vnd.docker.image.rootfs.diff.tar", Kind.LAYER),
  DOCKER_LAYER_GZIP("application/vnd.docker.image.rootfs.diff.tar.gzip", Kind.LAYER),
  DOCKER_LAYER_ZSTD("application/vnd.docker.image.rootfs.diff.tar.zstd", Kind.LAYER),
  DOCKER_FOREIGN_LAYER("application/vnd.docker.image.rootfs.foreign.diff.tar", Kind.LAYER),
  DOCKER_FOREIGN_LAYER_GZIP(
      "application/vnd.docker.image.rootfs.foreign.diff.tar.gzip", Kind.LAYER);

  /** What a blob of some media type is for. */
  public enum Kind {
    /** A list of manifests, one a platform. */
    INDEX,
    /** The list of one image's config and layers. */
    MANIFEST,
    /** The image's configuration. */
    CONFIG,
    /** A tar of changed files, plain or compressed. */
    LAYER
  }

  private static final String SCHEMA_1 = "application/vnd.docker.distribution.manifest.v1+";

  private final String text;
  private final Kind kind;

  MediaType(String text, Kind kind) {
    this.text = text;
    this.kind = kind;
  }

  /** Return the media type that is written like this, if it is one of an image. */
  public static Optional<MediaType> find(String text) {
    return Arrays.stream(values()).filter(type -> type.text.equals(text)).findFirst();
  }

  /**
   * Return the media type that is written like this.
   *
   * @throws IllegalArgumentException when it is not known, or of another kind; the message lists
   *     what would do
   */
  public static MediaType require(String text, Kind... wanted) {
    return find(text)
        .filter(type -> Arrays.asList(wanted).contains(type.kind))
        .orElseThrow(() -> new IllegalArgumentException(refusal(text, wanted)));
  }

  /** Return what a blob of this type is for. */
  public Kind kind() {
    return kind;
  }

  /** Return whether blobs of this type may be left out of registries and archives. */
  public boolean isForeign() {
    return text.contains("nondistributable") || text.contains("foreign");
  }

  /** Return the type as documents write it. */
  @Override
  public String toString() {
    return text;
  }

  private static String refusal(String text, Kind... wanted) {
    if (text.startsWith(SCHEMA_1)) {
      return schema1();
    }
    String known =
        Arrays.stream(values())
            .filter(type -> Arrays.asList(wanted).contains(type.kind))
            .map(MediaType::toString)
            .collect(Collectors.joining(", "));
    return "media type must be one of " + known + ", but was \"" + Printable.of(text, 200) + '"';
  }

  /** Return why the oldest kind of manifest is refused. */
  static String schema1() {
    return "Docker's manifest schema 1 is not read: it gives no diff IDs and no config to verify;"
        + " push or save the image again with a current engine";
  }
}

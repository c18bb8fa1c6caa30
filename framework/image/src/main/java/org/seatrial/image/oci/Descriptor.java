package org.seatrial.image.oci;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What one document says of a blob that it refers to (OCI image specification, descriptor.md).
 *
 * @param mediaType as written; {@link MediaType} knows those of images
 * @param digest of the blob as it is stored
 * @param size of the blob as it is stored, in bytes; never negative
 * @param platform of the image, in an index; often absent
 * @param annotations in the document's order
 */
public record Descriptor(
    String mediaType,
    Digest digest,
    long size,
    Optional<ImagePlatform> platform,
    Map<String, String> annotations) {

  /** The annotation of a tag or whole reference in an OCI layout. */
  public static final String REF_NAME = "org.opencontainers.image.ref.name";

  /** The annotation in which containerd and Docker keep the whole reference. */
  public static final String CONTAINERD_NAME = "io.containerd.image.name";

  private static final String ATTESTATION = "vnd.docker.reference.type";

  public Descriptor {
    if (size < 0) {
      throw new IllegalArgumentException("size must not be negative, but was " + size);
    }
    annotations = Collections.unmodifiableMap(new LinkedHashMap<>(annotations));
  }

  /** Return a descriptor of bytes, with no platform and no annotation. */
  public static Descriptor of(String mediaType, Digest digest, long size) {
    return new Descriptor(mediaType, digest, size, Optional.empty(), Map.of());
  }

  static Descriptor from(Json json) {
    Json size = json.get("size");
    if (size.requiredNumber() < 0) {
      throw size.refused("must not be negative, but was " + size.requiredNumber());
    }
    Json platform = json.get("platform");
    return new Descriptor(
        json.get("mediaType").requiredText(),
        json.get("digest").required(Digest::parse),
        size.requiredNumber(),
        platform.isMissing() ? Optional.empty() : Optional.of(ImagePlatform.from(platform)),
        json.get("annotations").textByName());
  }

  /**
   * Return whether it stands in an index for something about another image, such as its build
   * record, rather than for an image.
   */
  public boolean isAttestation() {
    return annotations.containsKey(ATTESTATION)
        || platform
            .filter(p -> p.os().equals("unknown") && p.architecture().equals("unknown"))
            .isPresent();
  }

  /** Return the annotation of this key, if it is there. */
  public Optional<String> annotation(String key) {
    return Optional.ofNullable(annotations.get(key));
  }
}

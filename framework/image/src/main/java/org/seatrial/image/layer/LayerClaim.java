package org.seatrial.image.layer;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.seatrial.check.InspectionException;
import org.seatrial.image.oci.Digest;

/**
 * What an image says of one of its layers, to be held against what is read.
 *
 * @param name the layer for errors, such as {@code layer 2 of 5 of image.tar}
 * @param digest of the blob as it is stored; empty when nobody states it
 * @param diffId of the uncompressed archive; empty when nobody states it
 */
public record LayerClaim(String name, Optional<Digest> digest, Optional<Digest> diffId) {

  public LayerClaim {
    requireNonNull(name, "name must not be null");
    requireNonNull(digest, "digest must not be null");
    requireNonNull(diffId, "diffId must not be null");
  }

  /** Return a claim that states nothing but the name. */
  public static LayerClaim of(String name) {
    return new LayerClaim(name, Optional.empty(), Optional.empty());
  }

  /** Return a claim with this digest of the blob. */
  public LayerClaim withDigest(Digest stated) {
    return new LayerClaim(name, Optional.of(stated), diffId);
  }

  /** Return a claim with this digest of the uncompressed archive. */
  public LayerClaim withDiffId(Digest stated) {
    return new LayerClaim(name, digest, Optional.of(stated));
  }

  void requireDigest(Digest actual) {
    require("digest", digest, actual);
  }

  void requireDiffId(Digest actual) {
    require("diff ID", diffId, actual);
  }

  private void require(String what, Optional<Digest> stated, Digest actual) {
    if (stated.isPresent() && !stated.get().equals(actual)) {
      throw new InspectionException(
          "cannot trust " + name + ": its " + what + " is " + actual + ", not " + stated.get());
    }
  }

  static String algorithm(Optional<Digest> stated) {
    return stated.map(Digest::algorithm).orElse("sha256");
  }
}

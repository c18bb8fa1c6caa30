package org.seatrial.image.source;

import java.util.Optional;
import org.seatrial.image.oci.ImagePlatform;

/**
 * Which image of a source is meant.
 *
 * @param platform without one, an image that is there for one platform only is taken as it is, and
 *     of several the one for this machine
 * @param name a tag, a reference or a manifest's digest; without one the source must hold a single
 *     image
 */
public record Choice(Optional<ImagePlatform> platform, Optional<String> name) {

  private static final Choice ANY = new Choice(Optional.empty(), Optional.empty());

  /** Return the choice of the only image there is. */
  public static Choice only() {
    return ANY;
  }

  /** Return this choice for a platform. */
  public Choice withPlatform(ImagePlatform wanted) {
    return new Choice(Optional.of(wanted), name);
  }

  /** Return this choice of a tag, a reference or a digest. */
  public Choice withName(String wanted) {
    return new Choice(platform, Optional.of(wanted));
  }
}

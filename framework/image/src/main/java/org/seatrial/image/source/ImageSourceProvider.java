package org.seatrial.image.source;

import java.util.Optional;

/**
 * Opens images of one kind of location. Adapters are found by {@link java.util.ServiceLoader}, so
 * that the image module knows no engine and no registry.
 */
public interface ImageSourceProvider {

  /**
   * Return the source of the image at this location; nothing when it is not of the kind that this
   * opens.
   *
   * @throws org.seatrial.check.UnavailableException when the part that it needs is not there
   * @throws org.seatrial.check.InspectionException when there is no such image
   */
  Optional<ImageSource> find(ImageLocation location);
}

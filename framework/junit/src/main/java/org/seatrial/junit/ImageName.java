package org.seatrial.junit;

import org.seatrial.image.ImageOptions;
import org.seatrial.image.ImagePlace;

/**
 * An image as a test names it, with its placeholders filled.
 *
 * @param subject such as {@code docker:shop/cart:1.4}
 * @param platform such as {@code linux/arm64}; empty for the host's
 */
record ImageName(String subject, String platform) {

  static ImageName of(Image image, Settings settings) {
    Placeholders placeholders = new Placeholders(settings);
    return new ImageName(placeholders.fill(image.value()), placeholders.fill(image.platform()));
  }

  ImagePlace open() {
    return ImagePlace.open(subject, platform, ImageOptions.standard());
  }

  /** Return what a node of the test tree is called that is about the image. */
  @Override
  public String toString() {
    return "image " + subject + (platform.isEmpty() ? "" : " for " + platform);
  }
}

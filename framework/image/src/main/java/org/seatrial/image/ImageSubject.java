package org.seatrial.image;

import org.seatrial.check.Request;
import org.seatrial.check.Subject;

/** The image as a whole: what its configuration says, and what it weighs. */
public final class ImageSubject extends Subject<ImageSummary> {

  private ImageSubject() {
    super("image", "");
  }

  /**
   * Look at the image: {@code image().should(runAsNonRoot(), expose(8080), haveLayersAtMost(12))}.
   */
  public static ImageSubject image() {
    return new ImageSubject();
  }

  @Override
  protected Request<ImageSummary> request() {
    return new ImageRequest();
  }
}

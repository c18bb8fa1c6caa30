package org.seatrial.architecture.wrong.check;

import org.seatrial.architecture.wrong.image.OpenImage;

/** Wrong: the innermost module knows an outer one. */
final class KnowsAnImage {
  int size(OpenImage image) {
    return image.size();
  }
}

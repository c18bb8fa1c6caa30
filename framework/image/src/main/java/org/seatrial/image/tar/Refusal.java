package org.seatrial.image.tar;

import java.io.IOException;

/** A part of an archive is not as it must be; the message is the end of a sentence. */
final class Refusal extends IOException {

  private static final long serialVersionUID = 1L;

  Refusal(String reason) {
    super(reason);
  }
}

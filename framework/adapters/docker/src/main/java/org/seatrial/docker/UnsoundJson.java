package org.seatrial.docker;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** JSON that can't be used; the message names what was found instead of what was wanted. */
final class UnsoundJson extends IOException {

  private static final long serialVersionUID = 1L;

  UnsoundJson(String found) {
    super(found);
  }

  UnsoundJson(String found, @Nullable Throwable cause) {
    super(found, cause);
  }
}

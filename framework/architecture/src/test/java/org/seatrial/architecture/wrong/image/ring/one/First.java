package org.seatrial.architecture.wrong.image.ring.one;

import org.seatrial.architecture.wrong.image.ring.two.Second;

/** Wrong together with its neighbour. */
public final class First {
  @Override
  public String toString() {
    return "before " + Second.NAME;
  }
}

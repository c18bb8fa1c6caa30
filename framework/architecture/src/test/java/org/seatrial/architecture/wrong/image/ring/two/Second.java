package org.seatrial.architecture.wrong.image.ring.two;

import org.seatrial.architecture.wrong.image.ring.one.First;

/** Wrong together with its neighbour. */
public final class Second {
  public static final String NAME = new String(new char[] {'2'});

  First first() {
    return new First();
  }
}

package org.seatrial.architecture.wrong.docker;

import org.seatrial.architecture.wrong.junit.Extension;

/** Wrong: an adapter does not know its users. */
public final class Engine {
  @Override
  public String toString() {
    return Extension.class.getName();
  }
}

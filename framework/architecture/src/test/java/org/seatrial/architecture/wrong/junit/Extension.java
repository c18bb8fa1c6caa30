package org.seatrial.architecture.wrong.junit;

import org.seatrial.architecture.wrong.cli.Command;

/** Wrong: the two outermost modules do not know each other. */
public final class Extension {
  @Override
  public String toString() {
    return Command.class.getName();
  }
}

package org.seatrial.architecture.wrong.cli;

import picocli.CommandLine;

/** Wrong in its parent only: the command may print. */
public final class Command extends CommandLine {
  Command() {
    super(new Object());
  }

  void print() {
    System.err.println(getHelp());
  }
}

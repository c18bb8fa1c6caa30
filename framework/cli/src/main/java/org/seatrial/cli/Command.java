package org.seatrial.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** One of the commands. */
interface Command {

  /** Return what it takes; help and {@code --stacktrace} are added to every command. */
  CommandSpec spec();

  /**
   * Do it.
   *
   * @param arguments as {@link #spec} says
   * @return the exit code
   * @throws CommandException when it can't be done
   */
  int run(ParseResult arguments, Surroundings surroundings);
}

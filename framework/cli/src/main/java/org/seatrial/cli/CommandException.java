package org.seatrial.cli;

import org.jspecify.annotations.Nullable;
import org.seatrial.check.Printable;

/** Ends the command with a message for the person who called it, and an exit code. */
final class CommandException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int exitCode;

  private CommandException(int exitCode, String message, @Nullable Throwable cause) {
    super(printable(message), cause);
    this.exitCode = exitCode;
  }

  /** Return the exception for wrong arguments. */
  static CommandException usage(String message) {
    return usage(message, null);
  }

  static CommandException usage(String message, @Nullable Throwable cause) {
    return new CommandException(ExitCode.USAGE, message, cause);
  }

  /** Return the exception for something that could not be looked at. */
  static CommandException couldNotLook(String message, Throwable cause) {
    return new CommandException(ExitCode.COULD_NOT_LOOK, message, cause);
  }

  int exitCode() {
    return exitCode;
  }

  /** Makes each line printable; a message may have several. */
  private static String printable(String message) {
    return String.join("\n", message.lines().map(Printable::of).toList());
  }
}

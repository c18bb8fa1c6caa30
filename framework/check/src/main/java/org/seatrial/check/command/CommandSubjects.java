package org.seatrial.check.command;

/**
 * The subjects that are commands: the beginnings of sentences about what comes of them. To be
 * imported statically. A command is run once, however many checks look at it.
 */
public final class CommandSubjects {

  private CommandSubjects() {}

  /**
   * Run a program with these arguments, without a shell: {@code command("nginx",
   * "-v").should(succeed(), complain("nginx/1.22"))}. Never absent: a program that is not there
   * ends with exit code 127.
   *
   * @throws IllegalArgumentException when no program is named
   */
  public static CommandSubject command(String... arguments) {
    return new CommandSubject("command", CommandRequest.of(arguments));
  }

  /**
   * Run a line by the place's own {@code sh}: {@code shell("psql -l | wc -l").should(print("3"))}.
   */
  public static CommandSubject shell(String line) {
    return new CommandSubject("shell", CommandRequest.shell(line));
  }
}

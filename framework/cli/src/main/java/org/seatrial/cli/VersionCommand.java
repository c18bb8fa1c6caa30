package org.seatrial.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code seatrial version}. */
final class VersionCommand implements Command {

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage().description("Show the version of the command, and of the Java it runs on.");
    return spec;
  }

  @Override
  public int run(ParseResult arguments, Surroundings surroundings) {
    surroundings.print(Version.text());
    return ExitCode.PASSED;
  }
}

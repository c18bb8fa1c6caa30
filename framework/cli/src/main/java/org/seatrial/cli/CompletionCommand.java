package org.seatrial.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code seatrial completion}: a script that completes what is typed, in bash and zsh. */
final class CompletionCommand implements Command {

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage()
        .description(
            "Write a script that makes bash or zsh complete the arguments of seatrial.",
            "Use it by: source <(seatrial completion)");
    return spec;
  }

  @Override
  public int run(ParseResult arguments, Surroundings surroundings) {
    surroundings.print(AutoComplete.bash("seatrial", arguments.commandSpec().root().commandLine()));
    return ExitCode.PASSED;
  }
}

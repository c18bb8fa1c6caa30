package org.seatrial.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.seatrial.check.Printable;
import org.seatrial.docker.Engine;
import org.seatrial.docker.EngineAddress;
import org.seatrial.docker.compose.Leftovers;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code seatrial clean}: removes what runs that are over left in a Docker engine. */
final class CleanCommand implements Command {

  private static final String ALL = "--all";

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage()
        .description(
            "Remove the containers, networks and volumes that release tests of this machine left in"
                + " the Docker engine, because they were killed together with what cleans up after"
                + " them. Nothing else is touched.");
    return spec.addOption(
        OptionSpec.builder(ALL)
            .description("Also remove those of runs that go on, and of other machines.")
            .build());
  }

  @Override
  public int run(ParseResult arguments, Surroundings surroundings) {
    Path home = Path.of(System.getProperty("user.home", "."));
    Engine engine = Engine.connect(EngineAddress.find(surroundings.environment(), home));
    List<String> removed = Leftovers.in(engine).remove(arguments.hasMatchedOption(ALL));
    surroundings.print(
        removed.isEmpty()
            ? "nothing is left in the engine at " + engine.address() + "\n"
            : removed.stream()
                .map(each -> "removed " + Printable.of(each) + "\n")
                .collect(Collectors.joining()));
    return ExitCode.PASSED;
  }
}

package org.seatrial.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command and those below it. Declared by calls, not by annotations: picocli then needs no
 * reflection, which would take a good part of the time that the command has to start.
 */
final class CommandTree {

  private static final String NAME = "seatrial";
  private static final String HELP = "--help";
  private static final String VERSION = "--version";

  private final Map<String, Command> commands;

  private CommandTree(Map<String, Command> commands) {
    this.commands = commands;
  }

  static CommandTree of(SubjectOpener opener, Path cacheFolder) {
    Map<String, Command> commands = new LinkedHashMap<>();
    commands.put("check", new CheckCommand(opener));
    commands.put("inspect", new InspectCommand(opener));
    commands.put("cache", new CacheCommand(cacheFolder));
    commands.put("clean", new CleanCommand());
    commands.put("version", new VersionCommand());
    commands.put("completion", new CompletionCommand());
    return new CommandTree(commands);
  }

  /**
   * Run the command that the arguments name.
   *
   * @return the exit code
   * @throws CommandException when the arguments are wrong, or it can't be done
   */
  int run(Surroundings surroundings, String... args) {
    try {
      ParseResult arguments = line(surroundings).parseArgs(withoutHelpCommand(args));
      while (arguments.hasSubcommand()) {
        arguments = arguments.subcommand();
      }
      return run(arguments, surroundings);
    } catch (ParameterException e) {
      throw CommandException.usage(explained(e), e);
    }
  }

  private CommandLine line(Surroundings surroundings) {
    CommandSpec root = CommandSpec.create().name(NAME);
    root.usageMessage()
        .description("Release tests of container images.")
        .footer("", "More about a command: seatrial COMMAND --help")
        .synopsisSubcommandLabel("COMMAND");
    root.addOption(
        OptionSpec.builder("-V", VERSION)
            .versionHelp(true)
            .description("Show the version.")
            .build());
    commands.forEach((name, command) -> root.addSubcommand(name, everywhere(command.spec())));
    return new CommandLine(everywhere(root))
        .setUsageHelpWidth(100)
        .setColorScheme(CommandLine.Help.defaultColorScheme(ansi(surroundings)));
  }

  private static CommandSpec everywhere(CommandSpec spec) {
    return spec.addOption(
            OptionSpec.builder("-h", HELP).usageHelp(true).description("Show this text.").build())
        .addOption(
            OptionSpec.builder(Seatrial.STACKTRACE)
                .hidden(true)
                .description("Show where in the source an error comes from.")
                .build());
  }

  private static Ansi ansi(Surroundings surroundings) {
    return surroundings.coloursReport() ? Ansi.ON : Ansi.OFF;
  }

  /** Run the command that was named, or show the help that was asked for. */
  private int run(ParseResult arguments, Surroundings surroundings) {
    CommandLine line = arguments.commandSpec().commandLine();
    if (arguments.isUsageHelpRequested()) {
      surroundings.print(line.getUsageMessage(line.getColorScheme()));
      return ExitCode.PASSED;
    }
    if (arguments.isVersionHelpRequested()) {
      return new VersionCommand().run(arguments, surroundings);
    }
    Command command = commands.get(arguments.commandSpec().name());
    if (command == null) {
      throw CommandException.usage(
          "which command?\n" + line.getUsageMessage(Ansi.OFF).stripTrailing());
    }
    return command.run(arguments, surroundings);
  }

  /** {@code seatrial help check} is {@code seatrial check --help}. */
  private static String[] withoutHelpCommand(String... args) {
    if (args.length == 0 || !args[0].equals("help")) {
      return args;
    }
    List<String> turned = new ArrayList<>(List.of(args).subList(1, args.length));
    turned.add(HELP);
    return turned.toArray(String[]::new);
  }

  /** Return what is wrong with the arguments, what may have been meant, and where help is. */
  private static String explained(ParameterException e) {
    CommandSpec spec = e.getCommandLine().getCommandSpec();
    String wrong = String.valueOf(e.getMessage());
    if (e instanceof UnmatchedArgumentException unmatched) {
      String typed = unmatched.getUnmatched().get(0);
      if (typed.startsWith("-")) {
        wrong = "there is no option " + typed + Nearest.hint(typed, options(spec));
      } else if (spec.parent() == null) {
        wrong = "there is no command " + typed + Nearest.hint(typed, spec.subcommands().keySet());
      }
    }
    return wrong + "\nTry: " + spec.qualifiedName() + " " + HELP;
  }

  private static List<String> options(CommandSpec spec) {
    return spec.options().stream()
        .filter(option -> !option.hidden())
        .map(OptionSpec::longestName)
        .toList();
  }
}

package org.seatrial.cli;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.seatrial.check.Check;
import org.seatrial.check.Profile;
import org.seatrial.report.Report;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code seatrial check}: judges images by profiles, and reports. */
final class CheckCommand implements Command {

  private static final String PROFILE = "--profile";
  private static final String CLASSPATH = "--classpath";

  private final SubjectOpener opener;

  CheckCommand(SubjectOpener opener) {
    this.opener = opener;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage()
        .description("Check images, without running them, by named sets of checks.")
        .footer(
            "",
            "Exit codes: 0 all that must hold holds, 1 something does not or nothing was checked,",
            "2 wrong usage or nowhere to write to, 3 something could not be looked at.");
    return spec.addPositional(Arguments.subjects())
        .addOption(
            Arguments.repeated(
                PROFILE,
                "NAME",
                "What is checked; may be repeated. Without it: the profiles of the --classpath,"
                    + " or %s.".formatted(Profiles.DEFAULT)))
        .addOption(
            Arguments.repeated(
                CLASSPATH, "JAR|DIR", "Where profiles of your own are; may be repeated."))
        .addOption(Arguments.platform())
        .addOption(Arguments.format(Formats.OF_REPORTS))
        .addOption(Arguments.output());
  }

  @Override
  public int run(ParseResult arguments, Surroundings surroundings) {
    String format = Arguments.formatOf(arguments, Formats.OF_REPORTS);
    Optional<Path> output = Arguments.outputOf(arguments);
    try (Profiles profiles = Profiles.on(classpath(arguments));
        Destination destination = Destination.of(output, surroundings.out())) {
      List<Profile> named = profiles.named(arguments.matchedOptionValue(PROFILE, List.of()));
      Report report = report(arguments, surroundings, named);
      boolean colours = output.isEmpty() && surroundings.coloursReport();
      destination.write(writer -> Formats.ofReport(format, colours).write(report, writer));
      output.ifPresent(path -> surroundings.say(report.tally() + "; the report is in " + path));
      return ExitCode.of(report.outcome());
    }
  }

  private Report report(ParseResult arguments, Surroundings surroundings, List<Profile> profiles) {
    List<String> subjects = arguments.matchedPositionalValue(0, List.of());
    List<Check> checks = new ArrayList<>();
    profiles.forEach(profile -> checks.addAll(checks(profile)));
    String title = profiles.stream().map(Profile::name).collect(Collectors.joining(", "));
    try (ProgressLine progress = new ProgressLine(surroundings)) {
      return new CheckRun(opener, Arguments.platformOf(arguments), progress, surroundings.clock())
          .report(title, subjects, checks);
    }
  }

  /** Asks the profile, whose code may be anybody's. */
  @SuppressWarnings("checkstyle:illegalcatch") // What it throws is its author's to see.
  private static List<Check> checks(Profile profile) {
    try {
      return profile.checks();
    } catch (RuntimeException | LinkageError e) {
      throw CommandException.usage(
          "the profile " + profile.name() + " can't say what it checks: " + e, e);
    }
  }

  private static List<Path> classpath(ParseResult arguments) {
    List<String> entries = arguments.matchedOptionValue(CLASSPATH, List.of());
    return entries.stream()
        .flatMap(entry -> Stream.of(entry.split(File.pathSeparator)))
        .filter(entry -> !entry.isEmpty())
        .map(Path::of)
        .toList();
  }
}

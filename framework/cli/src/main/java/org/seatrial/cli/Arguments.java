package org.seatrial.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** The arguments that several commands take. */
final class Arguments {

  private static final String FORMAT = "--format";
  private static final String PLATFORM = "--platform";
  private static final String OUTPUT = "--output";

  private Arguments() {}

  static PositionalParamSpec subjects() {
    return PositionalParamSpec.builder()
        .index("0..*")
        .arity("1..*")
        .required(true)
        .paramLabel("SUBJECT")
        .type(List.class)
        .auxiliaryTypes(String.class)
        .description(
            "docker:NAME, archive:FILE[:NAME] or layout:DIR[:NAME]; without a prefix it is"
                + " recognised. A container is container:NAME.")
        .build();
  }

  static PositionalParamSpec subject() {
    return PositionalParamSpec.builder()
        .index("0")
        .arity("1")
        .required(true)
        .paramLabel("SUBJECT")
        .type(String.class)
        .description(
            "docker:NAME, archive:FILE[:NAME] or layout:DIR[:NAME]; without a prefix it is"
                + " recognised. A container is container:NAME.")
        .build();
  }

  /** Return an option that may be repeated. */
  static OptionSpec repeated(String name, String label, String description) {
    return OptionSpec.builder(name)
        .paramLabel(label)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .description(description)
        .build();
  }

  static OptionSpec format(List<String> names) {
    return OptionSpec.builder(FORMAT)
        .paramLabel("FORMAT")
        .type(String.class)
        .completionCandidates(names)
        .description("One of " + String.join(", ", names) + "; " + names.get(0) + " without it.")
        .build();
  }

  static OptionSpec platform() {
    return OptionSpec.builder(PLATFORM)
        .paramLabel("OS/ARCH")
        .type(String.class)
        .description("Which image of several, such as linux/arm64; without it this machine's.")
        .build();
  }

  static OptionSpec output() {
    return OptionSpec.builder("-o", OUTPUT)
        .paramLabel("FILE")
        .type(Path.class)
        .description("Where the report is written; it appears when it is whole.")
        .build();
  }

  static Optional<String> platformOf(ParseResult arguments) {
    return Optional.ofNullable(arguments.matchedOptionValue(PLATFORM, null));
  }

  static Optional<Path> outputOf(ParseResult arguments) {
    return Optional.ofNullable(arguments.matchedOptionValue(OUTPUT, null));
  }

  /** Return the format that was asked for, else the first of the names. */
  static String formatOf(ParseResult arguments, List<String> names) {
    String typed = arguments.matchedOptionValue(FORMAT, names.get(0));
    if (!names.contains(typed)) {
      throw CommandException.usage(
          FORMAT + " " + typed + ": there is no such format" + Nearest.hint(typed, names));
    }
    return typed;
  }
}

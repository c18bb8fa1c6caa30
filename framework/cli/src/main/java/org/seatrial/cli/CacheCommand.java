package org.seatrial.cli;

import java.nio.file.Path;
import java.util.List;
import org.seatrial.report.Listing;
import org.seatrial.report.Listing.Fact;
import org.seatrial.report.Listing.Facts;
import org.seatrial.report.Listing.Table;
import org.seatrial.report.Listing.Value;
import org.seatrial.report.ListingFormat;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code seatrial cache}: shows or empties what is kept between two runs. */
final class CacheCommand implements Command {

  private static final String INFO = "info";
  private static final String CLEAR = "clear";
  private static final List<String> ACTIONS = List.of(INFO, CLEAR);

  private final Path folder;

  /**
   * Create the command.
   *
   * @param folder the user's cache folder; need not exist
   */
  CacheCommand(Path folder) {
    this.folder = folder;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage()
        .description("Show or empty what is kept between two runs. Nothing in it is needed.");
    return spec.addPositional(
            PositionalParamSpec.builder()
                .index("0")
                .arity("1")
                .required(true)
                .paramLabel("ACTION")
                .type(String.class)
                .completionCandidates(ACTIONS)
                .description("info shows where it is and what it holds, clear empties it.")
                .build())
        .addOption(Arguments.format(Formats.OF_LISTINGS));
  }

  @Override
  public int run(ParseResult arguments, Surroundings surroundings) {
    String action = arguments.matchedPositionalValue(0, "");
    if (!ACTIONS.contains(action)) {
      throw CommandException.usage(
          "cache " + action + ": there is no such action" + Nearest.hint(action, ACTIONS));
    }
    ListingFormat format = Formats.ofListing(Arguments.formatOf(arguments, Formats.OF_LISTINGS));
    Cache cache = new Cache(folder);
    if (action.equals(CLEAR)) {
      cache.clear();
    }
    try (Destination destination = Destination.standard(surroundings.out())) {
      destination.write(writer -> format.write(listing(cache), writer));
    }
    return ExitCode.PASSED;
  }

  private Listing listing(Cache cache) {
    List<List<Value>> rows =
        cache.parts().stream()
            .map(
                part ->
                    List.of(
                        Value.of(part.files()), Value.bytes(part.bytes()), Value.of(part.holds())))
            .toList();
    return new Listing(
        List.of(
            new Facts("cache", List.of(new Fact("folder", Value.of(folder.toString())))),
            new Table("parts", List.of("files", "size", "holds"), rows)),
        List.of());
  }
}

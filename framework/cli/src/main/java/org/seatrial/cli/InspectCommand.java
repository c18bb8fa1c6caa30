package org.seatrial.cli;

import java.util.Optional;
import org.seatrial.check.Facts;
import org.seatrial.check.Inspection;
import org.seatrial.check.Place;
import org.seatrial.report.Listing;
import org.seatrial.report.ListingFormat;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code seatrial inspect}: shows what an image holds, without judging it. */
final class InspectCommand implements Command {

  private final SubjectOpener opener;

  InspectCommand(SubjectOpener opener) {
    this.opener = opener;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage()
        .description(
            "Show what an image holds, without running it: its configuration, layers and packages,",
            "or what is at a path, and which layers and instructions made it so.")
        .footer(
            "",
            "Exit codes: 0 shown, 1 nothing is at the path, 2 wrong usage,",
            "3 something could not be looked at.");
    return spec.addPositional(Arguments.subject())
        .addPositional(
            PositionalParamSpec.builder()
                .index("1")
                .arity("0..1")
                .paramLabel("PATH")
                .type(String.class)
                .description("An absolute path in the image: a file, or a folder to list.")
                .build())
        .addOption(Arguments.platform())
        .addOption(Arguments.format(Formats.OF_LISTINGS));
  }

  @Override
  public int run(ParseResult arguments, Surroundings surroundings) {
    ListingFormat format = Formats.ofListing(Arguments.formatOf(arguments, Formats.OF_LISTINGS));
    String subject = arguments.matchedPositionalValue(0, "");
    Optional<String> path = Optional.ofNullable(arguments.matchedPositionalValue(1, null));
    View view = path.isPresent() ? PathView.of(path.get()) : whole(subject);
    Facts facts = facts(subject, arguments, view, surroundings);
    Listing listing = view.listing(facts);
    try (Destination destination = Destination.standard(surroundings.out())) {
      destination.write(writer -> format.write(listing, writer));
    }
    return listing.notes().isEmpty() ? view.exitCode(facts) : ExitCode.COULD_NOT_LOOK;
  }

  private static View whole(String subject) {
    return ContainerOpener.isContainer(subject) ? new ContainerView() : new ImageView();
  }

  private Facts facts(String subject, ParseResult arguments, View view, Surroundings surroundings) {
    try (ProgressLine progress = new ProgressLine(surroundings)) {
      Place place = opener.open(subject, Arguments.platformOf(arguments), progress);
      return Inspection.of(place)
          .withClock(surroundings.clock())
          .fetch(view.requests().stream().map(Asked::of).toList());
    }
  }
}

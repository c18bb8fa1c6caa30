package org.seatrial.cli;

import java.util.List;
import org.seatrial.report.ConsoleFormat;
import org.seatrial.report.JUnitFormat;
import org.seatrial.report.JsonFormat;
import org.seatrial.report.ListingFormat;
import org.seatrial.report.ReportFormat;

/** The formats by name; only the one that is asked for is loaded. */
final class Formats {

  static final String CONSOLE = "console";
  static final String JSON = "json";
  static final String JUNIT = "junit";

  /** The formats of a report; the first one is what people get. */
  static final List<String> OF_REPORTS = List.of(CONSOLE, JSON, JUNIT);

  /** The formats of a listing. */
  static final List<String> OF_LISTINGS = List.of(CONSOLE, JSON);

  private Formats() {}

  static ListingFormat ofListing(String name) {
    return name.equals(JSON) ? ListingFormat.JSON : ListingFormat.CONSOLE;
  }

  static ReportFormat ofReport(String name, boolean colours) {
    return switch (name) {
      case CONSOLE -> colours ? ConsoleFormat.coloured() : ConsoleFormat.plain();
      case JSON -> JsonFormat.json();
      case JUNIT -> JUnitFormat.junit();
      default -> throw new IllegalArgumentException("format must be known, but is " + name);
    };
  }
}

package org.seatrial.report;

import java.io.IOException;
import java.io.Writer;

/**
 * Writes a report for people: a line for each check, the whole message of those that did not pass,
 * the exceptions that were allowed, and what it comes to. Every line is printable, whatever an
 * image holds; the lines are the same with colours and without.
 */
public final class ConsoleFormat implements ReportFormat {

  private final boolean coloured;

  private ConsoleFormat(boolean coloured) {
    this.coloured = coloured;
  }

  /** Return the format without colours, for files and pipes. */
  public static ConsoleFormat plain() {
    return new ConsoleFormat(false);
  }

  /** Return the format with ANSI colours, for a terminal. */
  public static ConsoleFormat coloured() {
    return new ConsoleFormat(true);
  }

  @Override
  public void write(Report report, Writer out) throws IOException {
    ConsoleLines lines = new ConsoleLines(out, coloured);
    for (PlaceReport place : report.places()) {
      lines.place(place);
    }
    if (report.places().size() != 1) {
      lines.total(report);
    }
    out.flush();
  }
}

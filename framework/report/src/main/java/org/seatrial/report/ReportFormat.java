package org.seatrial.report;

import java.io.IOException;
import java.io.Writer;

/** A way to write a report. Formats are immutable and may be used by several threads. */
public sealed interface ReportFormat permits ConsoleFormat, JsonFormat, JUnitFormat {

  /**
   * Write the report, and flush.
   *
   * @param out what is written to; encodes in UTF-8; is not closed
   * @throws IOException when the writer does
   */
  void write(Report report, Writer out) throws IOException;
}

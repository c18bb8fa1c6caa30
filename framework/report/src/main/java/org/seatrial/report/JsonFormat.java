package org.seatrial.report;

import java.io.IOException;
import java.io.Writer;

/**
 * Writes a report for machines, as JSON by the schema in {@code docs/report.schema.json}. Values
 * are as observed, not as they are shown to people: a byte that is no valid UTF-8 is a lone
 * surrogate, U+DC80 to U+DCFF. All that is not ASCII is escaped, so that the text is safe to show.
 */
public final class JsonFormat implements ReportFormat {

  private static final JsonFormat FORMAT = new JsonFormat();

  private JsonFormat() {}

  /** Return the format. */
  public static JsonFormat json() {
    return FORMAT;
  }

  @Override
  public void write(Report report, Writer out) throws IOException {
    try (JsonReport json = JsonReport.to(out)) {
      json.report(report);
    }
    out.write('\n');
    out.flush();
  }
}

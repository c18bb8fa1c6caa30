package org.seatrial.report;

import java.io.IOException;
import java.io.Writer;

/** A way to write a listing. Formats are immutable and may be used by several threads. */
public enum ListingFormat {
  /** For people: aligned, in units that can be compared at a glance, printable. */
  CONSOLE {
    @Override
    public void write(Listing listing, Writer out) throws IOException {
      new ListingLines(out).write(listing);
      out.flush();
    }
  },
  /**
   * For machines: an object with a property for each section, an object for facts and an array of
   * objects for a table. Sizes are in bytes. Escaped as by {@link JsonFormat}.
   */
  JSON {
    @Override
    public void write(Listing listing, Writer out) throws IOException {
      try (JsonListing json = JsonListing.to(out)) {
        json.write(listing);
      }
      out.write('\n');
      out.flush();
    }
  };

  /**
   * Write the listing, and flush.
   *
   * @param out what is written to; encodes in UTF-8; is not closed
   * @throws IOException when the writer does
   */
  public abstract void write(Listing listing, Writer out) throws IOException;
}

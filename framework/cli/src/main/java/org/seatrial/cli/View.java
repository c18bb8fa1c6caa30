package org.seatrial.cli;

import java.util.List;
import org.seatrial.check.Facts;
import org.seatrial.check.Request;
import org.seatrial.report.Listing;

/** What is to be shown of an image. */
interface View {

  /** Return what must be known. */
  List<Request<?>> requests();

  /** Return what is shown; its notes say what could not be looked at. */
  Listing listing(Facts facts);

  /** Return the exit code when everything could be looked at. */
  int exitCode(Facts facts);
}

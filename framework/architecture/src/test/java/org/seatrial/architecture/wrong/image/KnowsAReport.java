package org.seatrial.architecture.wrong.image;

import org.seatrial.architecture.wrong.report.Page;

/** Wrong: an image is not for reports. */
final class KnowsAReport {
  private final Page page = new Page();

  @Override
  public String toString() {
    return page.toString();
  }
}

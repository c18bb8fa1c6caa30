package org.seatrial.image.packages;

import org.seatrial.check.InspectionException;

/** How many packages a database may list; more than any system has packages to install. */
final class PackageLimit {

  static final int LIMIT = 100_000;

  private PackageLimit() {}

  /** Require that one more package may be read after this many. */
  static void require(String path, int read) {
    if (read >= LIMIT) {
      throw new InspectionException(path + ": lists more than " + LIMIT + " packages");
    }
  }
}

package org.seatrial.image.packages;

import java.util.Set;
import org.seatrial.check.Request;

/** A place in which a system may keep what it has installed. */
interface PackageDatabase {

  /** Return the path at which the database is when it is there. */
  String path();

  /** Return what must be fetched to read it. */
  Set<Request<?>> requests();

  /** Read it, if it is there. */
  void read(DatabaseReader reader);
}

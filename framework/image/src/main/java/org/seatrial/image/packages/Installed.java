package org.seatrial.image.packages;

import java.util.List;

/** What the conditions on packages look at: one package, or all that are installed by one name. */
public sealed interface Installed permits InstalledPackage, PackageInstances {

  /** Return each installed package that is meant; at least one. */
  List<InstalledPackage> packages();
}

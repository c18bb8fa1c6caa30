package org.seatrial.image.packages;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.seatrial.check.Answer;
import org.seatrial.check.DerivedRequest;
import org.seatrial.check.Evidence;
import org.seatrial.check.Facts;
import org.seatrial.check.Request;

/** Asks for what all databases of packages say together; always known, whatever could be read. */
record InventoryRequest() implements DerivedRequest<Inventory> {

  private static final List<PackageDatabase> DATABASES =
      List.of(
          new TextDatabase("/var/lib/dpkg/status", DpkgPackages::parseStatus),
          new DistrolessDatabase(),
          new TextDatabase("/lib/apk/db/installed", ApkPackages::parse),
          new TextDatabase("/usr/lib/apk/db/installed", ApkPackages::parse),
          new RpmDatabase("/var/lib/rpm"),
          new RpmDatabase("/usr/lib/sysimage/rpm"),
          new ForeignDatabase("/var/lib/rpm/Packages", "rpm's in Berkeley DB"),
          new ForeignDatabase("/var/lib/rpm/Packages.db", "rpm's in ndb"),
          new ForeignDatabase("/usr/lib/sysimage/rpm/Packages", "rpm's in Berkeley DB"),
          new ForeignDatabase("/usr/lib/sysimage/rpm/Packages.db", "rpm's in ndb"),
          new ForeignDatabase("/var/lib/pacman/local", "pacman's"),
          new ForeignDatabase("/usr/lib/opkg/status", "opkg's"),
          new ForeignDatabase("/var/db/pkg", "Portage's"));

  @Override
  public Set<Request<?>> sources() {
    Set<Request<?>> sources = new LinkedHashSet<>();
    DATABASES.forEach(database -> sources.addAll(database.requests()));
    return sources;
  }

  @Override
  public Answer<Inventory> derive(Facts facts) {
    DatabaseReader reader = new DatabaseReader(facts);
    DATABASES.forEach(database -> database.read(reader));
    return new Answer.Known<>(
        reader.inventory(DATABASES.stream().map(PackageDatabase::path).toList()), Evidence.none());
  }
}

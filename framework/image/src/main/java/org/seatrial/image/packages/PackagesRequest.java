package org.seatrial.image.packages;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;
import org.seatrial.check.Answer;
import org.seatrial.check.Answer.Known;
import org.seatrial.check.DerivedRequest;
import org.seatrial.check.Facts;
import org.seatrial.check.Request;

/**
 * Asks for the installed packages of all systems together whose names match a pattern, each with
 * the evidence of its database, in the order of the databases; the same name may come again with
 * another architecture or version. Absent: there is no database, or none lists such a package.
 * Unknown: a database is there that could not be read.
 *
 * <p>Read are {@code /var/lib/dpkg/status} and {@code /var/lib/dpkg/status.d}, {@code
 * /lib/apk/db/installed} and {@code /usr/lib/apk/db/installed}, {@code /var/lib/rpm/rpmdb.sqlite}
 * and {@code /usr/lib/sysimage/rpm/rpmdb.sqlite}, 64 MiB each at the most. Other databases, such as
 * rpm's older ones, are only noticed.
 *
 * @param pattern see {@link org.seatrial.check.Wildcard}; {@code *} for all packages
 */
public record PackagesRequest(String pattern)
    implements DerivedRequest<List<Known<InstalledPackage>>> {

  public PackagesRequest {
    requireNonNull(pattern, "pattern must not be null");
  }

  /** Ask for all packages. */
  public static PackagesRequest all() {
    return new PackagesRequest("*");
  }

  @Override
  public Set<Request<?>> sources() {
    return Set.of(new InventoryRequest());
  }

  @Override
  public Answer<List<Known<InstalledPackage>>> derive(Facts facts) {
    return facts.get(new InventoryRequest()).then(inventory -> inventory.matching(pattern));
  }
}

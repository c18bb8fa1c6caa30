package org.seatrial.image.packages;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import org.seatrial.check.Answer;
import org.seatrial.check.DerivedRequest;
import org.seatrial.check.Facts;
import org.seatrial.check.Request;

/**
 * Asks for the packages that are installed by a name, in the databases that {@link PackagesRequest}
 * reads. Absent: none is. Unknown: none was found, and a database is there that could not be read;
 * a package that was found in another is known all the same.
 *
 * @param name exactly, without architecture
 */
public record PackageRequest(String name) implements DerivedRequest<PackageInstances> {

  public PackageRequest {
    requireNonNull(name, "name must not be null");
    if (name.isBlank()) {
      throw new IllegalArgumentException("name must not be blank");
    }
  }

  @Override
  public Set<Request<?>> sources() {
    return Set.of(new InventoryRequest());
  }

  @Override
  public Answer<PackageInstances> derive(Facts facts) {
    return facts.get(new InventoryRequest()).then(inventory -> inventory.named(name));
  }
}

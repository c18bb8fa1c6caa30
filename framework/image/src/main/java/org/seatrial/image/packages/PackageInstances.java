package org.seatrial.image.packages;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Collectors;
import org.seatrial.check.Described;

/**
 * All packages that are installed by one name: usually one; several with several architectures, or
 * versions that live side by side as kernels do.
 *
 * @param name the name of each
 * @param packages at least one, in the order of their databases
 */
public record PackageInstances(String name, List<InstalledPackage> packages)
    implements Installed, Described {

  public PackageInstances {
    requireNonNull(name, "name must not be null");
    packages = List.copyOf(packages);
    if (packages.isEmpty()) {
      throw new IllegalArgumentException("packages must not be empty");
    }
  }

  @Override
  public String label() {
    return name;
  }

  @Override
  public String description() {
    return packages.stream().map(InstalledPackage::description).collect(Collectors.joining("; "));
  }
}

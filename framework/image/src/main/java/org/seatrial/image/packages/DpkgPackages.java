package org.seatrial.image.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.seatrial.check.InspectionException;

/**
 * Reads dpkg's database: one file of paragraphs with a status each, or, in distroless images, a
 * file for each package, without a status.
 */
final class DpkgPackages {

  private static final Set<String> FIELDS =
      Set.of("package", "status", "version", "architecture", "installed-size");

  /**
   * The states in which a package is there and works; the last two wait for the triggers of others.
   */
  private static final Set<String> STATES =
      Set.of("installed", "triggers-awaited", "triggers-pending");

  private DpkgPackages() {}

  /**
   * Return the packages that {@code /var/lib/dpkg/status} says are installed, whatever is wanted of
   * them ({@code install}, {@code hold}, {@code deinstall}); removed and half-installed ones are
   * left out.
   *
   * @throws InspectionException when it is written otherwise, or cut off
   */
  static List<InstalledPackage> parseStatus(String path, byte[] content) {
    if (content.length > 0 && content[content.length - 1] != '\n') {
      throw new InspectionException(path + ": ends within a line; the file is cut off");
    }
    List<InstalledPackage> packages = new ArrayList<>();
    for (Stanza stanza : stanzas(path, content)) {
      InstalledPackage found = packageOf(stanza);
      // The three words: what is wanted, whether an error is known, and the state.
      String[] status = stanza.field("status").split(" ", -1);
      if (status.length != 3) {
        throw stanza.wrong("the status of package " + found.name() + " must be three words");
      }
      if (STATES.contains(status[2])) {
        packages.add(found);
      }
    }
    return packages;
  }

  /**
   * Return the packages of one file of {@code /var/lib/dpkg/status.d}.
   *
   * @throws InspectionException when it is written otherwise
   */
  static List<InstalledPackage> parseEntry(String path, byte[] content) {
    return stanzas(path, content).stream().map(DpkgPackages::packageOf).toList();
  }

  private static List<Stanza> stanzas(String path, byte[] content) {
    return Stanza.read(path, content, FIELDS, key -> key.toLowerCase(Locale.ROOT));
  }

  private static InstalledPackage packageOf(Stanza stanza) {
    String name = stanza.field("package");
    if (name.isEmpty()) {
      throw stanza.wrong("a package without a name begins here");
    }
    return new InstalledPackage(
        PackageSystem.DPKG,
        name,
        stanza.field("version"),
        stanza.field("architecture"),
        Sizes.parse(stanza.field("installed-size"), 1024));
  }
}

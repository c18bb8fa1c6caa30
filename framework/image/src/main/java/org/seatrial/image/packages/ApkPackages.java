package org.seatrial.image.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.seatrial.check.InspectionException;

/** Reads apk's database: paragraphs of one-letter fields, each ended by a blank line. */
final class ApkPackages {

  // P is the name, V the version, A the architecture, I the installed size in bytes. Case counts
  // here, and the small letters are other fields.
  private static final Set<String> FIELDS = Set.of("P", "V", "A", "I");

  private ApkPackages() {}

  /**
   * Return the packages, in the order of the file.
   *
   * @throws InspectionException when it is written otherwise, or cut off
   */
  static List<InstalledPackage> parse(String path, byte[] content) {
    if (content.length > 0 && content[content.length - 1] != '\n') {
      throw new InspectionException(path + ": ends within a line; the file is cut off");
    }
    List<InstalledPackage> packages = new ArrayList<>();
    for (Stanza stanza : Stanza.read(path, content, FIELDS, UnaryOperator.identity())) {
      String name = stanza.field("P");
      if (name.isEmpty()) {
        throw stanza.wrong("a package without a name begins here");
      }
      packages.add(
          new InstalledPackage(
              PackageSystem.APK,
              name,
              stanza.field("V"),
              stanza.field("A"),
              Sizes.parse(stanza.field("I"), 1)));
    }
    return packages;
  }
}

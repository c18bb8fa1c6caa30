package org.seatrial.image.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.seatrial.check.Answer;
import org.seatrial.check.Answer.Absent;
import org.seatrial.check.Answer.Known;
import org.seatrial.check.Answer.Unknown;
import org.seatrial.check.Evidence;
import org.seatrial.check.Wildcard;

/**
 * What all databases of packages say together.
 *
 * @param packages every installed package, once, with the evidence of its database
 * @param read the evidence of each database that was read; empty when there is none
 * @param unread why databases that are there could not be read, one sentence each
 * @param searched where databases were looked for
 */
record Inventory(
    List<Known<InstalledPackage>> packages,
    List<Evidence> read,
    List<String> unread,
    List<String> searched) {

  Inventory {
    packages = List.copyOf(packages);
    read = List.copyOf(read);
    unread = List.copyOf(unread);
    searched = List.copyOf(searched);
  }

  /** Return the packages of matching names if none can be missing, or what their absence means. */
  Answer<List<Known<InstalledPackage>>> matching(String pattern) {
    if (!unread.isEmpty()) {
      return new Unknown<>(String.join("; ", unread));
    }
    List<Known<InstalledPackage>> found = new ArrayList<>(packages);
    found.removeIf(known -> !Wildcard.matches(pattern, known.value().name()));
    return found.isEmpty() ? new Absent<>(evidence()) : new Known<>(List.copyOf(found), evidence());
  }

  /** Return the packages of this name, or what their absence means. */
  Answer<PackageInstances> named(String name) {
    List<Known<InstalledPackage>> found = new ArrayList<>(packages);
    found.removeIf(known -> !known.value().name().equals(name));
    if (found.isEmpty()) {
      return unread.isEmpty() ? new Absent<>(evidence()) : new Unknown<>(String.join("; ", unread));
    }
    Evidence evidence =
        joined(found.stream().map(Known::evidence).distinct().toList())
            .and(
                unread.isEmpty()
                    ? Evidence.none()
                    : Evidence.of("not read", String.join("; ", unread)));
    return new Known<>(
        new PackageInstances(name, found.stream().map(Known::value).toList()), evidence);
  }

  /** Return which databases were read, or that there is none and where they were looked for. */
  private Evidence evidence() {
    return read.isEmpty()
        ? Evidence.of("package database", "none found")
            .with("looked for", String.join(", ", searched))
        : joined(read);
  }

  private static Evidence joined(List<Evidence> all) {
    return all.size() == 1
        ? all.get(0)
        : Evidence.of(
            "path",
            all.stream()
                .map(evidence -> evidence.detail("path").orElse(""))
                .distinct()
                .collect(Collectors.joining(", ")));
  }
}

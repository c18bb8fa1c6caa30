package org.seatrial.image.source;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.seatrial.image.oci.Descriptor;
import org.seatrial.image.oci.ImageReference;

/** Compares the names that people give with those that are kept with images. */
final class Names {

  private static final int SHOWN = 20;

  private Names() {}

  /** Tell whether both name the same image: alike, or alike once defaults are filled in. */
  static boolean match(String wanted, String kept) {
    return wanted.equals(kept)
        || reference(wanted).flatMap(w -> reference(kept).filter(w::equals)).isPresent();
  }

  /** Tell whether an entry of an index is the one named. */
  static boolean match(String wanted, Descriptor entry) {
    return entry.digest().toString().equals(wanted)
        || kept(entry).anyMatch(name -> match(wanted, name));
  }

  /**
   * Return the best name of an entry: the whole reference, else the tag; nothing without either.
   */
  static Optional<String> of(Descriptor entry) {
    return entry
        .annotation(Descriptor.CONTAINERD_NAME)
        .map(Names::familiar)
        .or(() -> entry.annotation(Descriptor.REF_NAME));
  }

  /** Return the short form of a reference; any other text as it is. */
  static String familiar(String name) {
    return reference(name).map(ImageReference::familiar).orElse(name);
  }

  /** Return the names as a list for a message, not endless. */
  static String list(List<String> names) {
    List<String> distinct = names.stream().distinct().toList();
    int more = distinct.size() - SHOWN;
    return String.join(", ", distinct.subList(0, Math.min(SHOWN, distinct.size())))
        + (more > 0 ? " and " + more + " more" : "");
  }

  private static Stream<String> kept(Descriptor entry) {
    return Stream.of(Descriptor.CONTAINERD_NAME, Descriptor.REF_NAME)
        .map(entry::annotation)
        .flatMap(Optional::stream);
  }

  private static Optional<ImageReference> reference(String text) {
    try {
      return Optional.of(ImageReference.parse(text));
    } catch (IllegalArgumentException e) {
      // A tag alone, or anything that some tool wrote, is a name too: only not a reference.
      return Optional.empty();
    }
  }
}

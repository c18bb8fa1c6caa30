package org.seatrial.image.source;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.seatrial.check.Printable;

/**
 * A file or folder, and which of the images in it, as people write them: {@code PATH[:NAME]}. Both
 * may have colons. The path is the longest beginning, before a colon or the end, that is there; for
 * what is not there yet, its form decides.
 */
record InPlace(Path path, Optional<String> image) {

  private static final String STANDARD_INPUT = "-";

  /** Read an archive: not there yet, it ends at the first colon behind an archive's suffix. */
  static InPlace archive(String text) {
    if (isStandardInput(text)) {
      return split(text, STANDARD_INPUT.length());
    }
    return longest(text, InPlace::isFile).orElseGet(() -> split(text, endOfArchive(text)));
  }

  /** Read a folder: not there yet, it ends at the last colon that no slash follows. */
  static InPlace folder(String text) {
    return longest(text, Files::isDirectory).orElseGet(() -> split(text, endOfFolder(text)));
  }

  /** Return the longest beginning that is there; nothing when none is. */
  static Optional<InPlace> longest(String text, Predicate<Path> there) {
    for (int end = text.length(); end > 0; end = text.lastIndexOf(':', end - 1)) {
      if (path(text.substring(0, end)).filter(there).isPresent()) {
        return Optional.of(split(text, end));
      }
    }
    return Optional.empty();
  }

  /** Tell whether standard input is meant; a file of such a name is written {@code ./-}. */
  static boolean isStandardInput(String text) {
    return text.equals(STANDARD_INPUT) || text.startsWith(STANDARD_INPUT + ":");
  }

  /** Tell whether a file is there; it may be a pipe. */
  static boolean isFile(Path path) {
    return Files.exists(path) && !Files.isDirectory(path);
  }

  /** Tell whether a name ends as those of archives do. */
  static boolean endsAsArchive(String text) {
    return Stream.of(".tar", ".tar.gz", ".tgz", ".tar.zst", ".tzst").anyMatch(text::endsWith);
  }

  /** Return the text as a path; nothing when it can't be one. */
  static Optional<Path> path(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static InPlace split(String text, int end) {
    if (end == 0) {
      throw new IllegalArgumentException("the name of the file or folder must not be empty");
    }
    if (end == text.length() - 1) {
      throw refused(text, "no name of an image follows the last colon");
    }
    Path path =
        path(text.substring(0, end))
            .orElseThrow(() -> refused(text, "this can't be the name of a file"));
    return new InPlace(
        path, end < text.length() ? Optional.of(text.substring(end + 1)) : Optional.empty());
  }

  private static int endOfArchive(String text) {
    int colon = text.indexOf(':');
    while (colon >= 0 && !endsAsArchive(text.substring(0, colon))) {
      colon = text.indexOf(':', colon + 1);
    }
    return colon < 0 ? text.length() : colon;
  }

  private static int endOfFolder(String text) {
    int colon = text.lastIndexOf(':');
    return colon > 0 && text.indexOf('/', colon) < 0 ? colon : text.length();
  }

  static IllegalArgumentException refused(String text, String reason) {
    return new IllegalArgumentException(Printable.quoted(text) + " names no image: " + reason);
  }
}

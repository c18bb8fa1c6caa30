package org.seatrial.image.source;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.seatrial.check.Printable;
import org.seatrial.image.oci.ImageReference;

/**
 * Where an image is, as people write it: {@code docker:NAME}, {@code archive:FILE}, {@code
 * layout:FOLDER[:TAG]}, or any of those without the prefix.
 */
public sealed interface ImageLocation {

  /**
   * An image in an engine.
   *
   * @param name a reference, or an image ID of 12 to 64 digits with or without {@code sha256:}
   */
  record Docker(String name) implements ImageLocation {
    @Override
    public String toString() {
      return "docker:" + name;
    }
  }

  /** An archive in a file; {@code -} is standard input. */
  record Archive(Path file) implements ImageLocation {

    /** Return whether the archive comes on standard input. */
    public boolean isStandardInput() {
      return file.equals(Path.of("-"));
    }

    @Override
    public String toString() {
      return "archive:" + file;
    }
  }

  /**
   * A folder in the OCI layout.
   *
   * @param tag which image, where there are several
   */
  record Layout(Path folder, Optional<String> tag) implements ImageLocation {
    @Override
    public String toString() {
      return "layout:" + folder + tag.map(t -> ":" + t).orElse("");
    }
  }

  /**
   * Read a location. Without a prefix it is a folder or a file if one is there, else the name of an
   * image in an engine.
   *
   * @throws IllegalArgumentException when it can be neither; the message says what was tried
   */
  static ImageLocation parse(String text) {
    if (text.isEmpty()) {
      throw refused(text, "it is empty");
    }
    int colon = text.indexOf(':');
    String rest = text.substring(colon + 1);
    return switch (colon < 0 ? "" : text.substring(0, colon)) {
      case "docker" -> new Docker(requireName(rest));
      case "archive" -> new Archive(requirePath(rest));
      case "layout" -> layout(rest);
      default -> recognised(text);
    };
  }

  private static ImageLocation recognised(String text) {
    Optional<ImageLocation> present = path(text).flatMap(path -> present(text, path));
    if (present.isPresent()) {
      return present.get();
    }
    Layout layout = layout(text);
    if (layout.tag().isPresent() && LayoutFolder.isLayout(layout.folder())) {
      return layout;
    }
    if (looksLikePath(text)) {
      throw refused(text, "there is no such file or folder");
    }
    try {
      return new Docker(requireName(text));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          Printable.quoted(text)
              + " names no image: there is no such file or folder, and "
              + e.getMessage(),
          e);
    }
  }

  /** Return what is there under the whole text; nothing when nothing is. */
  private static Optional<ImageLocation> present(String text, Path path) {
    if (LayoutFolder.isLayout(path)) {
      return Optional.of(new Layout(path, Optional.empty()));
    }
    if (Files.isDirectory(path)) {
      throw refused(text, "the folder is no OCI layout: it has no file oci-layout");
    }
    return Files.exists(path) || text.equals("-")
        ? Optional.of(new Archive(path))
        : Optional.empty();
  }

  /** Split the tag from the folder, unless the whole is a folder. */
  private static Layout layout(String text) {
    int colon = text.lastIndexOf(':');
    boolean tagged =
        colon > 0
            && text.indexOf('/', colon) < 0
            && path(text).filter(Files::isDirectory).isEmpty();
    return tagged
        ? new Layout(requirePath(text.substring(0, colon)), Optional.of(text.substring(colon + 1)))
        : new Layout(requirePath(text), Optional.empty());
  }

  private static boolean looksLikePath(String text) {
    return List.of("/", "./", "../", "~").stream().anyMatch(text::startsWith)
        || List.of(".tar", ".tar.gz", ".tgz", ".tar.zst", ".tzst").stream()
            .anyMatch(text::endsWith);
  }

  private static String requireName(String text) {
    String hex = text.startsWith("sha256:") ? text.substring(7) : text;
    boolean id =
        hex.length() >= 12
            && hex.length() <= 64
            && hex.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    if (!id) {
      ImageReference.parse(text);
    }
    return text;
  }

  private static Path requirePath(String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("the name of the file or folder must not be empty");
    }
    return path(text).orElseThrow(() -> refused(text, "this can't be the name of a file"));
  }

  private static Optional<Path> path(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static IllegalArgumentException refused(String text, String reason) {
    return new IllegalArgumentException(Printable.quoted(text) + " names no image: " + reason);
  }
}

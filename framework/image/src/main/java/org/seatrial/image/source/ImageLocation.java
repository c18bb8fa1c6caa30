package org.seatrial.image.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.seatrial.check.Printable;
import org.seatrial.image.oci.ImageReference;

/**
 * Where an image is, as people write it: {@code docker:NAME}, {@code archive:FILE[:NAME]}, {@code
 * layout:FOLDER[:NAME]}, or any of those without the prefix. Files, folders and names may have
 * colons: the file or folder is the longest beginning, before a colon or the end, that is there.
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

  /**
   * An archive in a file; {@code -} is standard input.
   *
   * @param image which image, where there are several: a reference, a tag or a digest
   */
  record Archive(Path file, Optional<String> image) implements ImageLocation {

    /** Return whether the archive comes on standard input. */
    public boolean isStandardInput() {
      return file.equals(Path.of("-"));
    }

    @Override
    public String toString() {
      return "archive:" + file + image.map(name -> ":" + name).orElse("");
    }
  }

  /**
   * A folder in the OCI layout.
   *
   * @param image which image, where there are several: a tag, a reference or a digest
   */
  record Layout(Path folder, Optional<String> image) implements ImageLocation {
    @Override
    public String toString() {
      return "layout:" + folder + image.map(name -> ":" + name).orElse("");
    }
  }

  /** Return the name of the image that is meant; nothing when it must be the only one. */
  default Optional<String> image() {
    return Optional.empty();
  }

  /**
   * Read a location. Without a prefix it is a folder or a file if one is there, else the name of an
   * image in an engine. Where {@code archive:} names a file that is not there yet, the file ends at
   * the first colon behind {@code .tar} or another suffix of archives; where {@code layout:} names
   * such a folder, it ends at the last colon that no slash follows.
   *
   * @throws IllegalArgumentException when it can be neither; the message says what was tried
   */
  static ImageLocation parse(String text) {
    if (text.isEmpty()) {
      throw InPlace.refused(text, "it is empty");
    }
    int colon = text.indexOf(':');
    String rest = text.substring(colon + 1);
    return switch (colon < 0 ? "" : text.substring(0, colon)) {
      case "docker" -> new Docker(requireName(rest));
      case "archive" -> archive(InPlace.archive(rest));
      case "layout" -> layout(InPlace.folder(rest));
      default -> recognised(text);
    };
  }

  private static ImageLocation recognised(String text) {
    Optional<ImageLocation> present = present(text);
    if (present.isPresent()) {
      return present.get();
    }
    if (looksLikePath(text)) {
      throw InPlace.refused(text, "there is no such file or folder");
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

  /** Return what is there under the text or a beginning of it; nothing when nothing is. */
  private static Optional<ImageLocation> present(String text) {
    Path whole =
        InPlace.path(text)
            .orElseThrow(() -> InPlace.refused(text, "this can't be the name of a file"));
    if (LayoutFolder.isLayout(whole)) {
      return Optional.of(new Layout(whole, Optional.empty()));
    }
    if (Files.isDirectory(whole)) {
      throw InPlace.refused(text, "the folder is no OCI layout: it has no file oci-layout");
    }
    if (InPlace.isFile(whole) || InPlace.isStandardInput(text)) {
      return Optional.of(archive(InPlace.archive(text)));
    }
    return InPlace.longest(text, LayoutFolder::isLayout)
        .map(ImageLocation::layout)
        .or(() -> InPlace.longest(text, ImageLocation::isArchive).map(ImageLocation::archive));
  }

  /** Tell whether a file is there that is named as an archive, and not as an image in an engine. */
  private static boolean isArchive(Path path) {
    return looksLikePath(path.toString()) && InPlace.isFile(path);
  }

  private static ImageLocation archive(InPlace place) {
    return new Archive(place.path(), place.image());
  }

  private static ImageLocation layout(InPlace place) {
    return new Layout(place.path(), place.image());
  }

  private static boolean looksLikePath(String text) {
    return List.of("/", "./", "../", "~").stream().anyMatch(text::startsWith)
        || InPlace.endsAsArchive(text);
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
}

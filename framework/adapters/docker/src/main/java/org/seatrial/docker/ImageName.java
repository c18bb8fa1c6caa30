package org.seatrial.docker;

/** The name of an image as a part of a path. */
final class ImageName {

  private static final String PLAIN = "._-/:@[]";

  private ImageName() {}

  /**
   * Return the name if it can stand in a path as it is.
   *
   * @throws IllegalArgumentException when it can't
   */
  static String requirePlain(String name) {
    if (!isPlain(name)) {
      throw new IllegalArgumentException("name must be the name of an image: " + name);
    }
    return name;
  }

  /** Tell whether the name can stand in a path as it is, as all names of images can. */
  static boolean isPlain(String name) {
    return !name.isEmpty()
        && name.chars().allMatch(ImageName::isPlain)
        && !('/' + name).contains("/.");
  }

  private static boolean isPlain(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || PLAIN.indexOf(c) >= 0;
  }
}

package org.seatrial.image.oci;

import org.seatrial.check.Printable;

/**
 * The parts of an image reference, character by character (OCI distribution specification, "Pulling
 * manifests", and Docker's own names for registries).
 */
final class ReferenceGrammar {

  /** The most characters of a repository, as registries allow them. */
  static final int REPOSITORY = 255;

  /** The most characters of a tag. */
  static final int TAG = 128;

  private static final int ID_DIGITS = 64;

  private ReferenceGrammar() {}

  static boolean isImageId(String text) {
    return text.length() == ID_DIGITS
        && text.chars().allMatch(c -> isDigit(c) || (c >= 'a' && c <= 'f'));
  }

  /** Tell whether the part before the first slash names a registry rather than a folder. */
  static boolean looksLikeRegistry(String part) {
    return part.indexOf('.') >= 0
        || part.indexOf(':') >= 0
        || part.equals("localhost")
        || part.chars().anyMatch(c -> c >= 'A' && c <= 'Z');
  }

  static void requireRegistry(String text) {
    int colon = text.indexOf(':', text.indexOf(']') + 1);
    String host = colon < 0 ? text : text.substring(0, colon);
    if (!(isDomain(host) || isBracketedAddress(host))) {
      throw refused("registry must be a host name or an IPv6 address in brackets", text);
    }
    if (colon >= 0 && !isPort(text.substring(colon + 1))) {
      throw refused("the port of a registry must be a number from 1 to 65535", text);
    }
  }

  static void requireRepository(String text) {
    if (text.chars().anyMatch(c -> c >= 'A' && c <= 'Z')) {
      throw refused("repository must be in lower case", text);
    }
    if (text.length() > REPOSITORY) {
      throw refused("repository must have at most " + REPOSITORY + " characters", text);
    }
    for (String element : text.split("/", -1)) {
      if (!isPathElement(element)) {
        throw refused(
            "repository must be names of a-z and 0-9, with single . or _, double __ or any number"
                + " of - inside, separated by /",
            text);
      }
    }
  }

  static void requireTag(String text) {
    boolean formed =
        !text.isEmpty()
            && text.length() <= TAG
            && text.charAt(0) != '.'
            && text.charAt(0) != '-'
            && text.chars().allMatch(c -> isAlphanumeric(c) || c == '_' || c == '.' || c == '-');
    if (!formed) {
      throw refused(
          "tag must have 1 to " + TAG + " of a-z, A-Z, 0-9, _, . and -, not beginning with . or -",
          text);
    }
  }

  private static boolean isDomain(String text) {
    if (text.isEmpty() || text.length() > REPOSITORY) {
      return false;
    }
    for (String label : text.split("\\.", -1)) {
      boolean formed =
          !label.isEmpty()
              && label.charAt(0) != '-'
              && label.charAt(label.length() - 1) != '-'
              && label.chars().allMatch(c -> isAlphanumeric(c) || c == '-');
      if (!formed) {
        return false;
      }
    }
    return true;
  }

  private static boolean isBracketedAddress(String text) {
    return text.length() > 3
        && text.startsWith("[")
        && text.endsWith("]")
        && text.indexOf(':') > 0
        && text.substring(1, text.length() - 1)
            .chars()
            .allMatch(c -> c == ':' || c == '.' || (Character.digit(c, 16) >= 0 && c < 128));
  }

  private static boolean isPort(String text) {
    return !text.isEmpty()
        && text.length() <= 5
        && text.chars().allMatch(ReferenceGrammar::isDigit)
        && Integer.parseInt(text) >= 1
        && Integer.parseInt(text) <= 65_535;
  }

  private static boolean isPathElement(String text) {
    int end = text.length();
    if (end == 0 || !isLower(text.charAt(0)) || !isLower(text.charAt(end - 1))) {
      return false;
    }
    for (int i = 0; i < end; ) {
      int separator = i;
      while (!isLower(text.charAt(i))) {
        i++;
      }
      if (!isSeparator(text.substring(separator, i))) {
        return false;
      }
      i++;
    }
    return true;
  }

  private static boolean isSeparator(String text) {
    return switch (text) {
      case "", ".", "_", "__" -> true;
      default -> text.chars().allMatch(c -> c == '-');
    };
  }

  private static boolean isLower(int c) {
    return isDigit(c) || (c >= 'a' && c <= 'z');
  }

  private static boolean isAlphanumeric(int c) {
    return isLower(c) || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static IllegalArgumentException refused(String rule, String text) {
    return new IllegalArgumentException(rule + ", but was \"" + Printable.of(text, 300) + '"');
  }
}

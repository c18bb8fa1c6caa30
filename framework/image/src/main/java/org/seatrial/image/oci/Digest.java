package org.seatrial.image.oci;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import org.seatrial.check.Printable;

/**
 * The digest of some bytes, such as {@code sha256:9f2c…}: of a blob as it is stored, or, as a diff
 * ID, of a layer's uncompressed tar (OCI image specification, descriptor.md, "Digests"). Only the
 * algorithms that can be verified here are accepted, and only lower-case hexadecimal digits of the
 * exact number, so that a digest is safe to use as a file name.
 *
 * @param algorithm {@code sha256}, {@code sha384} or {@code sha512}
 * @param hex the hash in lower-case hexadecimal digits
 */
public record Digest(String algorithm, String hex) {

  /**
   * Check that both parts are well-formed.
   *
   * @throws IllegalArgumentException when the algorithm is not known or the digits do not fit it
   */
  public Digest {
    if (hex.length() != digits(algorithm) || !hex.chars().allMatch(Digest::isHexDigit)) {
      throw new IllegalArgumentException(
          "digest must have "
              + digits(algorithm)
              + " lower-case hexadecimal digits after "
              + algorithm
              + ":, but was "
              + shown(algorithm + ":" + hex));
    }
  }

  /**
   * Read a digest as documents write it, {@code algorithm:hex}.
   *
   * @throws IllegalArgumentException when it is not one
   */
  public static Digest parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException(
          "digest must be written ALGORITHM:HEX, but was " + shown(text));
    }
    return new Digest(text.substring(0, colon), text.substring(colon + 1));
  }

  /** Return the SHA-256 digest of these bytes. */
  public static Digest sha256(byte[] content) {
    return of("sha256", newHash("sha256").digest(content));
  }

  /** Return the digest with this hash, as a finished {@link #newHash()} gives it. */
  public static Digest of(String algorithm, byte[] hash) {
    StringBuilder hex = new StringBuilder(hash.length * 2);
    for (byte b : hash) {
      hex.append(Character.forDigit((b >> 4) & 0xf, 16)).append(Character.forDigit(b & 0xf, 16));
    }
    return new Digest(algorithm, hex.toString());
  }

  /** Return a new, empty hash of this digest's algorithm. */
  public MessageDigest newHash() {
    return newHash(algorithm);
  }

  /** Tell whether these bytes have this digest. */
  public boolean matches(byte[] content) {
    return equals(of(algorithm, newHash().digest(content)));
  }

  /** Return the text with the first twelve digits only, {@code sha256:9f2c1e0b7a44}, for people. */
  public String abbreviated() {
    return algorithm + ":" + hex.substring(0, 12);
  }

  /** Return the text as documents write it. */
  @Override
  public String toString() {
    return algorithm + ":" + hex;
  }

  /** Return a new, empty hash of {@code sha256}, {@code sha384} or {@code sha512}. */
  public static MessageDigest newHash(String algorithm) {
    try {
      return MessageDigest.getInstance("SHA-" + algorithm.substring(3));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JVM has no " + algorithm.toUpperCase(Locale.ROOT), e);
    }
  }

  private static int digits(String algorithm) {
    return switch (algorithm) {
      case "sha256" -> 64;
      case "sha384" -> 96;
      case "sha512" -> 128;
      default ->
          throw new IllegalArgumentException(
              "digest algorithm must be sha256, sha384 or sha512, but was " + shown(algorithm));
    };
  }

  private static boolean isHexDigit(int c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
  }

  private static String shown(String text) {
    return '"' + Printable.of(text, 200) + '"';
  }
}

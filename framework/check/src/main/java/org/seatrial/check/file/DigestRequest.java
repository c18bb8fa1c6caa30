package org.seatrial.check.file;

import static java.util.Objects.requireNonNull;

import java.util.HexFormat;
import java.util.Locale;
import org.seatrial.check.Request;

/**
 * Asks for the digest of a file's content in lower-case hexadecimal, links followed; the file may
 * be of any size. Absent: nothing is there. Unknown: it is no regular file.
 *
 * @param path absolute
 * @param algorithm how it is computed
 */
public record DigestRequest(String path, Algorithm algorithm) implements Request<String> {

  /** A digest algorithm that sums of files are published in. */
  public enum Algorithm {
    MD5("MD5", "md5", 32),
    SHA256("SHA-256", "sha256", 64),
    SHA512("SHA-512", "sha512", 128);

    private final String standardName;
    private final String phrase;
    private final int digits;

    Algorithm(String standardName, String phrase, int digits) {
      this.standardName = standardName;
      this.phrase = phrase;
      this.digits = digits;
    }

    /** Return a digest in lower case if it is written as one of this algorithm's. */
    String requireHex(String hex) {
      if (hex.length() != digits || !hex.chars().allMatch(HexFormat::isHexDigit)) {
        throw new IllegalArgumentException(
            phrase + " must be " + digits + " hexadecimal digits, but was \"" + hex + "\"");
      }
      return hex.toLowerCase(Locale.ROOT);
    }

    /** Return the name under which the JDK knows it, such as {@code SHA-256}. */
    public String standardName() {
      return standardName;
    }

    /** Return the name in sentences, such as {@code sha256}. */
    public String phrase() {
      return phrase;
    }
  }

  public DigestRequest {
    path = Paths.requireAbsolute(path);
    requireNonNull(algorithm, "algorithm must not be null");
  }
}

package org.seatrial.check.file;

import static java.util.Objects.requireNonNull;

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
    MD5("MD5", "md5"),
    SHA256("SHA-256", "sha256"),
    SHA512("SHA-512", "sha512");

    private final String standardName;
    private final String phrase;

    Algorithm(String standardName, String phrase) {
      this.standardName = standardName;
      this.phrase = phrase;
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

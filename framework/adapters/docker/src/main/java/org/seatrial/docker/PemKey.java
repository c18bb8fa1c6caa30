package org.seatrial.docker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seatrial.check.InspectionException;

/**
 * A private key in a PEM file. Java reads PKCS#8 only, so the older forms of OpenSSL (PKCS#1 for
 * RSA, SEC 1 for elliptic curves) are wrapped in it.
 */
final class PemKey {

  private static final int SIZE_LIMIT = 1 << 20;
  private static final String BEGIN = "-----BEGIN ";
  private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");

  private PemKey() {}

  /**
   * Read the first private key of the file.
   *
   * @throws InspectionException when there is none, or none in a form that is understood
   */
  static PrivateKey read(Path file) {
    try {
      if (Files.size(file) > SIZE_LIMIT) {
        throw unusable(file, "it is too large for a key", null);
      }
      return parsed(file, Files.readString(file, StandardCharsets.ISO_8859_1));
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      throw unusable(file, reason(e), e);
    }
  }

  static String reason(Exception cause) {
    return cause instanceof NoSuchFileException
        ? "the file does not exist"
        : String.valueOf(cause.getMessage());
  }

  private static PrivateKey parsed(Path file, String text) throws GeneralSecurityException {
    int next = text.indexOf(BEGIN);
    while (next >= 0) {
      int nameEnd = text.indexOf("-----", next + BEGIN.length());
      int end = text.indexOf("-----END ", next);
      if (nameEnd < 0 || end < nameEnd) {
        throw unusable(file, "a block of it has no end", null);
      }
      String name = text.substring(next + BEGIN.length(), nameEnd);
      String body = text.substring(nameEnd + 5, end);
      if (name.startsWith("ENCRYPTED") || body.contains("ENCRYPTED")) {
        throw unusable(file, "the key has a passphrase; Docker wants one without", null);
      }
      if (name.endsWith("PRIVATE KEY")) {
        return key(file, name, Base64.getMimeDecoder().decode(body));
      }
      next = text.indexOf(BEGIN, end);
    }
    throw unusable(file, "it holds no private key in PEM", null);
  }

  private static PrivateKey key(Path file, String name, byte[] bytes)
      throws GeneralSecurityException {
    return switch (name) {
      case "PRIVATE KEY" -> pkcs8(file, bytes);
      case "RSA PRIVATE KEY" -> pkcs8(file, Der.pkcs8OfRsa(bytes));
      case "EC PRIVATE KEY" -> pkcs8(file, Der.pkcs8OfCurve(bytes));
      default ->
          throw unusable(
              file,
              "keys of the form \""
                  + name
                  + "\" are not understood; make it PKCS#8 (openssl pkcs8)",
              null);
    };
  }

  private static PrivateKey pkcs8(Path file, byte[] bytes) throws GeneralSecurityException {
    InvalidKeySpecException last = new InvalidKeySpecException("no algorithm was tried");
    for (String algorithm : ALGORITHMS) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(bytes));
      } catch (InvalidKeySpecException e) {
        last = e;
      }
    }
    throw unusable(file, "the key is damaged, or not one of " + ALGORITHMS, last);
  }

  private static InspectionException unusable(Path file, String reason, @Nullable Throwable cause) {
    return new InspectionException(
        "cannot use " + file + " for the Docker engine: " + reason, cause);
  }
}

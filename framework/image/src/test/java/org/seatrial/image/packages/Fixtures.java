package org.seatrial.image.packages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** Databases that real tools made; the scripts beside them say how. */
final class Fixtures {

  private Fixtures() {}

  static byte[] unzipped(String name) {
    try (InputStream stored = open(name);
        InputStream plain = new GZIPInputStream(stored)) {
      return plain.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(String name) {
    try (InputStream stored = open(name)) {
      return new String(stored.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String name) {
    return Objects.requireNonNull(
        Fixtures.class.getResourceAsStream(name), () -> "no test resource " + name);
  }
}

package org.seatrial.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.seatrial.check.InspectionException;

/** Files of keys, whatever they hold: a key, or one kind of error. */
final class PemKeyFuzzTest {

  @FuzzTest(maxDuration = "1m")
  void files(byte[] bytes) throws IOException {
    assertReadOrRefused(bytes);
  }

  @FuzzTest(maxDuration = "1m")
  void bytes_of_a_key(byte[] bytes) throws IOException {
    for (String form : List.of("PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY")) {
      assertReadOrRefused(TestKeys.pem(form, bytes).getBytes(StandardCharsets.ISO_8859_1));
    }
  }

  private static void assertReadOrRefused(byte[] bytes) throws IOException {
    Path file = Files.createTempFile("seatrial", ".pem");
    try {
      Files.write(file, bytes);
      assertThat(PemKey.read(file).getAlgorithm()).isIn("RSA", "EC", "EdDSA", "Ed25519");
    } catch (InspectionException e) {
      assertThat(e.getMessage()).startsWith("cannot use " + file + " for the Docker engine: ");
    } finally {
      Files.delete(file);
    }
  }
}

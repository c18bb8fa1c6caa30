package org.seatrial.testcontainers;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;
import org.seatrial.check.UnavailableException;
import org.seatrial.docker.Engine;
import org.seatrial.docker.EngineAddress;

/** Skips tests where no engine answers, saying why; fails them where it is required. */
final class RequiredEngine {

  private RequiredEngine() {}

  static void check() {
    String required = System.getenv().getOrDefault("SEATRIAL_REQUIRE", "");
    try {
      Engine.connect(
          EngineAddress.find(System.getenv(), Path.of(System.getProperty("user.home", "."))));
    } catch (UnavailableException missing) {
      if (Arrays.asList(required.split(",", -1)).contains("engine")) {
        throw missing;
      }
      Assumptions.abort(missing.getMessage());
    }
  }
}

package org.seatrial.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.seatrial.cli.Surroundings.Terminals;

/** Runs the command in this process, and keeps what it wrote. */
final class Run {

  static final Instant NOW = Instant.parse("2026-11-22T20:34:13Z");

  private final SubjectOpener opener;
  private final Map<String, String> environment = new HashMap<>();
  private Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private Terminals terminals = new Terminals(false, false);
  private Path cache = Path.of("/nonexistent/cache");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private Run(SubjectOpener opener) {
    this.opener = opener;
  }

  static Run on(SubjectOpener opener) {
    return new Run(opener);
  }

  Run onTerminals(boolean out, boolean err) {
    terminals = new Terminals(out, err);
    return this;
  }

  Run with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  Run at(Clock other) {
    clock = other;
    return this;
  }

  Run withCache(Path folder) {
    cache = folder;
    return this;
  }

  int command(String... args) {
    Surroundings surroundings = new Surroundings(out, err, terminals, environment, clock);
    return new Seatrial(surroundings, opener, cache).run(args);
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}

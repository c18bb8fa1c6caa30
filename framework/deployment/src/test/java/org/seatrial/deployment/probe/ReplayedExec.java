package org.seatrial.deployment.probe;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.seatrial.check.Request;

/** Runs the real script, and hands on what comes of it after somebody tampered with it. */
record ReplayedExec(Exec real, UnaryOperator<byte[]> tampering) implements Exec {

  /** Tamper with the output as text of one byte a character. */
  static ReplayedExec of(Exec real, UnaryOperator<String> tampering) {
    return new ReplayedExec(
        real,
        bytes ->
            tampering
                .apply(new String(bytes, StandardCharsets.ISO_8859_1))
                .getBytes(StandardCharsets.ISO_8859_1));
  }

  @Override
  public Running start(List<String> arguments, byte[] stdin, Duration patience) throws IOException {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    Deque<Piece> pieces = new ArrayDeque<>();
    int exitCode;
    try (Running running = real.start(arguments, stdin, patience)) {
      for (Piece piece = running.read(); !piece.isEnd(); piece = running.read()) {
        if (piece.error()) {
          pieces.add(piece);
        } else {
          byte[] bytes = new byte[piece.bytes().remaining()];
          piece.bytes().get(bytes);
          output.writeBytes(bytes);
        }
      }
      exitCode = running.exitCode();
    }
    byte[] tampered = tampering.apply(output.toByteArray());
    if (tampered.length > 0) {
      pieces.add(new Piece(false, ByteBuffer.wrap(tampered)));
    }
    return new MadeUpRunning(pieces, exitCode);
  }

  /** Return what replays, without a shell, what came of these requests once. */
  static UnaryOperator<ReplayedExec> recorded(Exec real, Set<Request<?>> requests) {
    List<String> scripts = new ArrayList<>();
    List<Piece> all = new ArrayList<>();
    Probe.in(
            (arguments, stdin, patience) -> {
              scripts.add(new String(stdin, StandardCharsets.ISO_8859_1));
              try (Running running = real.start(arguments, stdin, patience)) {
                for (Piece piece = running.read(); !piece.isEnd(); piece = running.read()) {
                  all.add(piece);
                }
              }
              return new MadeUpRunning(new ArrayDeque<>(), 0);
            })
        .answer(requests);
    Exec replaying =
        (arguments, stdin, patience) -> {
          String script = new String(stdin, StandardCharsets.ISO_8859_1);
          Deque<Piece> pieces = new ArrayDeque<>();
          for (Piece piece : all) {
            byte[] bytes = new byte[piece.bytes().remaining()];
            piece.bytes().duplicate().get(bytes);
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            for (String name : List.of("q_n=", "q_m=")) {
              text = text.replace(value(scripts.get(0), name), value(script, name));
            }
            pieces.add(
                new Piece(
                    piece.error(), ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1))));
          }
          return new MadeUpRunning(pieces, 0);
        };
    return tampered -> new ReplayedExec(replaying, tampered.tampering());
  }

  /** Return the number that the script gives to a variable. */
  private static String value(String script, String name) {
    int start = script.indexOf(name) + name.length();
    return script.substring(start, start + 32);
  }

  /** What runs only on paper. */
  record MadeUpRunning(Deque<Piece> pieces, int exitCode) implements Running {
    @Override
    public Piece read() {
      return pieces.isEmpty() ? Piece.end() : pieces.remove();
    }

    @Override
    public void close() {
      pieces.clear();
    }
  }
}

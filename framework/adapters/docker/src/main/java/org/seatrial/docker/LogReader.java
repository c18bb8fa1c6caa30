package org.seatrial.docker;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.seatrial.deployment.Log;
import org.seatrial.deployment.probe.Exec.Piece;

/** Reads a log into lines. Only the last are kept, and of a long one its beginning. */
final class LogReader {

  private static final int LINE_LIMIT = 1 << 16;
  private static final int LOG_LIMIT = 32 << 20;

  private final Deque<Log.Line> lines = new ArrayDeque<>();
  private final int most;
  private final Map<Log.Stream, ByteArrayOutputStream> begun = new EnumMap<>(Log.Stream.class);
  private long size;

  private LogReader(int most) {
    this.most = most;
    for (Log.Stream stream : Log.Stream.values()) {
      begun.put(stream, new ByteArrayOutputStream());
    }
  }

  static Log read(InputStream in, boolean terminal, int most) throws IOException {
    LogReader reader = new LogReader(most);
    Frames frames = new Frames(in, terminal);
    for (Piece piece = frames.read(); !piece.isEnd(); piece = frames.read()) {
      reader.take(piece);
    }
    reader.begun.forEach(
        (stream, line) -> {
          if (line.size() > 0) {
            reader.end(stream, line);
          }
        });
    return new Log(List.copyOf(reader.lines));
  }

  private void take(Piece piece) {
    Log.Stream stream = piece.error() ? Log.Stream.STDERR : Log.Stream.STDOUT;
    ByteArrayOutputStream line = requireNonNull(begun.get(stream));
    ByteBuffer bytes = piece.bytes();
    while (bytes.hasRemaining()) {
      byte next = bytes.get();
      if (next == '\n') {
        end(stream, line);
      } else if (line.size() < LINE_LIMIT) {
        line.write(next);
      }
    }
  }

  private void end(Log.Stream stream, ByteArrayOutputStream line) {
    String text = line.toString(StandardCharsets.UTF_8);
    line.reset();
    // A terminal ends its lines with both characters.
    lines.add(
        new Log.Line(stream, text.endsWith("\r") ? text.substring(0, text.length() - 1) : text));
    size += text.length();
    while (lines.size() > most || size > LOG_LIMIT) {
      size -= lines.remove().text().length();
    }
  }
}

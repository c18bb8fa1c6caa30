package org.seatrial.deployment;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a container wrote to its standard output and standard error.
 *
 * @param lines in the order in which they were written, without line ends
 */
public record Log(List<Line> lines) {

  /** The stream of a line. */
  public enum Stream {
    STDOUT,
    STDERR
  }

  /**
   * A line.
   *
   * @param stream where it was written to; {@code STDOUT} for a container with a terminal
   * @param text as it was written; what is no valid UTF-8 is U+FFFD
   */
  public record Line(Stream stream, String text) {
    public Line {
      requireNonNull(stream, "stream must not be null");
      requireNonNull(text, "text must not be null");
    }
  }

  public Log {
    lines = List.copyOf(lines);
  }

  /** Return all lines as one text. */
  public String text() {
    return lines.stream().map(Line::text).collect(Collectors.joining("\n"));
  }
}

package org.seatrial.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.seatrial.check.Printable;

/**
 * One line on a terminal that is written over as things go on, and leaves nothing behind. Needs no
 * escape sequence.
 */
final class ProgressLine implements Progress, AutoCloseable {

  /** Fits a terminal of 80 columns without wrapping. */
  private static final int WIDTH = 79;

  private final Surroundings surroundings;
  private boolean watched;
  private int shown;

  /** Create the line, which shows nothing when nobody watches. */
  ProgressLine(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.watched = surroundings.showsProgress();
  }

  @Override
  public synchronized void at(String activity) {
    String text = Printable.of(activity);
    String line = text.length() > WIDTH ? text.substring(0, WIDTH - 1) + "…" : text;
    write("\r" + line + " ".repeat(Math.max(0, shown - line.length())));
    shown = line.length();
  }

  @Override
  public synchronized void notice(String sentence) {
    close();
    surroundings.say(Printable.of(sentence));
  }

  /** Take the line away. */
  @Override
  public synchronized void close() {
    if (shown > 0) {
      write("\r" + " ".repeat(shown) + "\r");
      shown = 0;
    }
  }

  private void write(String text) {
    if (!watched) {
      return;
    }
    try {
      surroundings.err().write(text.getBytes(StandardCharsets.UTF_8));
      surroundings.err().flush();
    } catch (IOException e) {
      // Nobody watches any more: what matters is the report.
      watched = false;
    }
  }
}

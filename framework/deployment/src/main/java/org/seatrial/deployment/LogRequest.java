package org.seatrial.deployment;

import org.seatrial.check.Request;

/**
 * Asks for the last log lines of a container. Never absent: a container that wrote nothing has an
 * empty log. Unknown: the platform keeps no log of it.
 *
 * @param lines how many, at the most 100,000
 */
public record LogRequest(int lines) implements Request<Log> {

  /** How many lines are looked at unless somebody says otherwise. */
  public static final int LINES = 10_000;

  public LogRequest {
    if (lines < 1 || lines > 100_000) {
      throw new IllegalArgumentException("lines must be 1 to 100000, but was " + lines);
    }
  }
}

package org.seatrial.deployment;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import org.seatrial.check.Request;

/**
 * Asks how the container ends when it is told to. This changes the place: it is stopped, after all
 * other requests of the round were answered, and started again. Never absent. Unknown: it does not
 * run.
 *
 * @param grace after which it is killed
 */
public record StopRequest(Duration grace) implements Request<Stopped> {
  public StopRequest {
    requireNonNull(grace, "grace must not be null");
  }
}

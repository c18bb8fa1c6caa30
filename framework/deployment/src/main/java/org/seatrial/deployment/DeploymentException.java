package org.seatrial.deployment;

import org.jspecify.annotations.Nullable;
import org.seatrial.check.InspectionException;

/**
 * A scenario did not become ready. The message says which service, in which state it is, with its
 * exit code, its last health output and its last log lines.
 */
public final class DeploymentException extends InspectionException {

  private static final long serialVersionUID = 1L;

  /** Create the exception; the lines of the message are made printable. */
  public DeploymentException(String message) {
    this(message, null);
  }

  /** Create the exception with what led to it; the lines of the message are made printable. */
  public DeploymentException(String message, @Nullable Throwable cause) {
    super(message.lines().toList(), cause);
  }
}

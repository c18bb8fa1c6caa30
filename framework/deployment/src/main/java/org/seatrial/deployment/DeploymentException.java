package org.seatrial.deployment;

import org.seatrial.check.InspectionException;

/**
 * A scenario did not become ready. The message says which service, in which state it is, with its
 * exit code, its last health output and its last log lines.
 */
public final class DeploymentException extends InspectionException {

  private static final long serialVersionUID = 1L;

  /** Create the exception with this message. */
  public DeploymentException(String message) {
    super(message);
  }

  /** Create the exception with this message and what led to it. */
  public DeploymentException(String message, Throwable cause) {
    super(message, cause);
  }
}

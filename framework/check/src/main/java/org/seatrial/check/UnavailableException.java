package org.seatrial.check;

import org.jspecify.annotations.Nullable;

/**
 * A part of the environment is not there at all, such as the Docker engine: tests that need it are
 * skipped, unless the part is required.
 */
public final class UnavailableException extends InspectionException {

  private static final long serialVersionUID = 1L;

  private final String part;

  /**
   * Create the exception.
   *
   * @param part what is missing: {@code engine}, {@code browser} or {@code cluster}
   * @param message what was tried, why it failed, and how to get the part
   * @param cause what failed, if anything did
   */
  public UnavailableException(String part, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.part = part;
  }

  /** Return what is missing, as {@code SEATRIAL_REQUIRE} names it. */
  public String part() {
    return part;
  }
}

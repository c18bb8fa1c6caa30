package org.seatrial.check;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The environment kept Seatrial from looking: an unreadable archive, an engine that is away, a
 * wrong digest. The message names what was read, the place in it, and the reason, and may be shown
 * as it is.
 */
public class InspectionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Create the exception; the message is made printable. */
  public InspectionException(String message) {
    this(message, null);
  }

  /** Create the exception with its cause; the message is made printable. */
  public InspectionException(String message, @Nullable Throwable cause) {
    super(Printable.of(message), cause);
  }

  /** Create the exception; the message has these lines, each made printable. */
  protected InspectionException(List<String> lines, @Nullable Throwable cause) {
    super(lines.stream().map(Printable::of).collect(Collectors.joining("\n")), cause);
  }
}

package org.seatrial.image.oci;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.seatrial.check.Printable;

/** Reads the dates of RFC 3339 that documents hold. */
final class Timestamp {

  /** What programs in Go write for a time that was never set. */
  private static final Instant UNSET = Instant.parse("0001-01-01T00:00:00Z");

  private Timestamp() {}

  /** Return the time; nothing when it was never set. */
  static Optional<Instant> parse(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant()).filter(t -> !t.equals(UNSET));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "must be a time such as 2026-01-31T12:00:00Z, but was \"" + Printable.of(text, 80) + '"',
          e);
    }
  }
}

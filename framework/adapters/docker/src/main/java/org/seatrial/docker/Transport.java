package org.seatrial.docker;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** One way to reach an engine: a socket in the file system, or a host and port. */
interface Transport {

  /** Open a connection: give up after {@code patience}, and when nothing comes for {@code idle}. */
  Connection open(Duration patience, Duration idle) throws IOException;

  /** Return the value of the {@code Host} header. */
  String host();

  /** Return the name or address of the engine's machine; nothing when it is this one. */
  default Optional<String> machine() {
    return Optional.empty();
  }

  /** Say in words why {@link #open} failed, and what to do about it. */
  String explain(IOException failure);
}

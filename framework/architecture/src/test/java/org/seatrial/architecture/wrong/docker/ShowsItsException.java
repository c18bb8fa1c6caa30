package org.seatrial.architecture.wrong.docker;

import com.fasterxml.jackson.core.JsonParseException;

/** Wrong, also where the type is only thrown. */
public interface ShowsItsException {
  void read() throws JsonParseException;
}

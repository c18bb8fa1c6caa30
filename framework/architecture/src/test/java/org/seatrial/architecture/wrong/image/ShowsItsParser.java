package org.seatrial.architecture.wrong.image;

import com.fasterxml.jackson.core.JsonParser;

/** Wrong: whoever extends it has to know the library. */
public abstract class ShowsItsParser {
  protected abstract void read(JsonParser parser);
}

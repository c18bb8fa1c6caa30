package org.seatrial.architecture.wrong.image;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Wrong: hostile JSON is read in a stream. */
final class MapsObjects {
  private final ObjectMapper mapper = new ObjectMapper();

  @Override
  public String toString() {
    return mapper.toString();
  }
}

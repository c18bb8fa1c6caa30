package org.seatrial.architecture.wrong.cli;

import com.fasterxml.jackson.core.JsonFactory;

/** Wrong: reading is the business of the modules below. */
final class ReadsJson {
  @Override
  public String toString() {
    return JsonFactory.FORMAT_NAME_JSON + new JsonFactory();
  }
}

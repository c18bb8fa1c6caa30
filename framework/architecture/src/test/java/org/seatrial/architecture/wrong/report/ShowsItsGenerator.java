package org.seatrial.architecture.wrong.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.util.List;

/** Wrong, also where the type is only a parameter of another. */
public interface ShowsItsGenerator {
  void writeTo(List<JsonGenerator> generators);
}

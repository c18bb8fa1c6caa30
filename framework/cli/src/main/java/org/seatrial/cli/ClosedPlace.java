package org.seatrial.cli;

import java.util.Map;
import java.util.Set;
import org.seatrial.check.Answer;
import org.seatrial.check.InspectionException;
import org.seatrial.check.Place;
import org.seatrial.check.Request;

/** A place that could not be opened: every check of it is UNDETERMINED, for the same reason. */
record ClosedPlace(String name, InspectionException why) implements Place {

  @Override
  public Map<Request<?>, Answer<?>> fetch(Set<Request<?>> requests) {
    throw why;
  }
}

package org.seatrial.junit;

import java.util.Map;
import java.util.Set;
import org.seatrial.check.Answer;
import org.seatrial.check.InspectionException;
import org.seatrial.check.Place;
import org.seatrial.check.Request;

/** A place that could not be opened: whatever is asked stays unknown, for the same reason. */
record UnseenPlace(String name, InspectionException reason) implements Place {

  @Override
  public Map<Request<?>, Answer<?>> fetch(Set<Request<?>> requests) {
    throw reason;
  }
}

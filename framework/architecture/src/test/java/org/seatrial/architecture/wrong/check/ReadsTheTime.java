package org.seatrial.architecture.wrong.check;

import java.time.LocalDate;
import java.time.ZoneId;

/** Wrong: a test could not choose the day. */
final class ReadsTheTime {
  LocalDate today() {
    return LocalDate.now(ZoneId.systemDefault());
  }
}

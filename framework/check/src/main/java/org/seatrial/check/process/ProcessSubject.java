package org.seatrial.check.process;

import org.seatrial.check.Request;
import org.seatrial.check.Subject;

/** Some or all of the processes. */
final class ProcessSubject extends Subject<Processes> {

  private final ProcessSelection request;

  ProcessSubject(String noun, String name, ProcessSelection request) {
    super(noun, name);
    this.request = request;
  }

  @Override
  protected Request<Processes> request() {
    return request;
  }
}

package org.seatrial.cli;

import org.seatrial.check.Check;
import org.seatrial.check.Conditions;
import org.seatrial.check.Request;
import org.seatrial.check.Subject;

/** A fact that is asked for only to be shown. */
final class Asked<A> extends Subject<A> {

  private final Request<A> request;

  private Asked(Request<A> request) {
    super("fact", request.toString());
    this.request = request;
  }

  /** Return a check that makes the engine fetch the fact; what it comes to does not matter. */
  static <A> Check of(Request<A> request) {
    return new Asked<>(request).should(Conditions.exist());
  }

  @Override
  protected Request<A> request() {
    return request;
  }
}

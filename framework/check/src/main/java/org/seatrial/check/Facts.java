package org.seatrial.check;

import java.time.LocalDate;

/**
 * What was fetched for a set of checks, and the circumstances. Reading it is pure: nothing is
 * looked up again.
 */
public interface Facts {

  /**
   * Return the answer to this request.
   *
   * @return {@link Answer.Unknown} when the request was not among those fetched; never null
   */
  <A> Answer<A> get(Request<A> request);

  /** Return the {@link Place#name() name} of the place that the facts come from. */
  String place();

  /** Return the date on which the facts were fetched; exceptions to checks expire by it. */
  LocalDate date();
}

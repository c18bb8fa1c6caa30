package org.seatrial.deployment.probe;

import org.seatrial.check.Answer;

/**
 * What the probe makes of one request.
 *
 * @param answer for the request, of the type that it asks for
 * @param seen whether the probe could look; who looks in another way may know more if not
 */
record Reply(Answer<?> answer, boolean seen) {

  static Reply of(Answer<?> answer) {
    return new Reply(answer, true);
  }

  static Reply unseen(String why) {
    return new Reply(Answer.unknown(why), false);
  }
}

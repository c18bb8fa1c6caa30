package org.seatrial.deployment.probe;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.seatrial.check.Answer;
import org.seatrial.check.Request;

/**
 * What a probe answered in one round.
 *
 * @param answers one for each request that was asked
 * @param unseen those of the requests that are unknown only because this probe could not look: a
 *     tool or the permission is missing, the stream broke, it is a request of another kind. Who
 *     looks in another way may be able to answer them
 */
public record ProbeAnswers(Map<Request<?>, Answer<?>> answers, Set<Request<?>> unseen) {

  public ProbeAnswers {
    answers = Map.copyOf(answers);
    unseen = Set.copyOf(unseen);
  }

  /**
   * Return the answer to one request: to compare what the tools of the place say of a few files
   * with what somebody else sees there.
   *
   * @throws IllegalArgumentException when it was not asked
   */
  @SuppressWarnings("unchecked") // Each request is answered by the type that it asks for.
  public <A> Answer<A> get(Request<A> request) {
    Answer<?> answer = answers.get(request);
    if (answer == null) {
      throw new IllegalArgumentException("the probe was not asked " + request);
    }
    return (Answer<A>) answer;
  }

  /** Return these without believing any: the tools of the place were found to lie. */
  public ProbeAnswers distrusted(String why) {
    Map<Request<?>, Answer<?>> unknown = new HashMap<>();
    answers.keySet().forEach(request -> unknown.put(request, Answer.unknown(why)));
    return new ProbeAnswers(unknown, new HashSet<>(answers.keySet()));
  }
}

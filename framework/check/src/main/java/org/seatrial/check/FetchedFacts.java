package org.seatrial.check;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The answers of a place, and what was derived from them. Filled by one thread, read by many. */
final class FetchedFacts implements Facts {

  private final String place;
  private final LocalDate date;
  private final Map<Request<?>, Answer<?>> answers = new ConcurrentHashMap<>();
  private final Map<Request<?>, Answer<?>> derived = new ConcurrentHashMap<>();

  FetchedFacts(String place, LocalDate date) {
    this.place = place;
    this.date = date;
  }

  void put(Request<?> request, Answer<?> answer) {
    answers.put(request, answer);
    derived.clear();
  }

  /** Return the primitive requests behind these that have no answer yet. */
  Set<Request<?>> missing(Set<Request<?>> wanted) {
    Set<Request<?>> missing = new LinkedHashSet<>();
    wanted.forEach(request -> collect(request, missing));
    return missing;
  }

  private void collect(Request<?> request, Set<Request<?>> missing) {
    if (request instanceof DerivedRequest<?> computed) {
      Set<Request<?>> first = missing(computed.sources());
      missing.addAll(first.isEmpty() ? missing(further(computed)) : first);
    } else if (!answers.containsKey(request)) {
      missing.add(request);
    }
  }

  /**
   * Return what a request asks for in addition; one that can't say is unknown when it is derived.
   */
  private Set<Request<?>> further(DerivedRequest<?> request) {
    return Guarded.<Set<Request<?>>>call(
        request.toString(), () -> request.furtherSources(this), broken -> Set.of());
  }

  @Override
  @SuppressWarnings("unchecked") // A place answers each request with the type that it asks for.
  public <A> Answer<A> get(Request<A> request) {
    Answer<?> answer = answers.get(request);
    if (answer == null && request instanceof DerivedRequest<A> computed) {
      answer = derived.get(request);
      if (answer == null) {
        answer =
            Guarded.<Answer<A>>call(
                request.toString(), () -> computed.derive(this), FetchedFacts::retyped);
        derived.put(request, answer);
      }
    }
    return answer == null ? Answer.unknown(request + " was not fetched") : (Answer<A>) answer;
  }

  private static <A> Answer<A> retyped(Answer.Unknown<?> broken) {
    return new Answer.Unknown<>(broken.why(), broken.cause());
  }

  @Override
  public String place() {
    return place;
  }

  @Override
  public LocalDate date() {
    return date;
  }
}

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

  FetchedFacts(String place, LocalDate date) {
    this.place = place;
    this.date = date;
  }

  void put(Request<?> request, Answer<?> answer) {
    answers.put(request, answer);
  }

  /** Return the primitive requests behind these that have no answer yet. */
  Set<Request<?>> missing(Set<Request<?>> wanted) {
    Set<Request<?>> missing = new LinkedHashSet<>();
    wanted.forEach(request -> collect(request, missing));
    return missing;
  }

  private void collect(Request<?> request, Set<Request<?>> missing) {
    if (request instanceof DerivedRequest<?> derived) {
      derived.sources().forEach(source -> collect(source, missing));
    } else if (!answers.containsKey(request)) {
      missing.add(request);
    }
  }

  @Override
  @SuppressWarnings("unchecked") // A place answers each request with the type that it asks for.
  public <A> Answer<A> get(Request<A> request) {
    Answer<?> answer = answers.get(request);
    if (answer == null && request instanceof DerivedRequest<A> derived) {
      answer =
          Guarded.<Answer<A>>call(
              request.toString(), () -> derived.derive(this), FetchedFacts::retyped);
      answers.put(request, answer);
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

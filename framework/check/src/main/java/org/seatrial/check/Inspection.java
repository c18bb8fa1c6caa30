package org.seatrial.check;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.MultipleFailuresError;

/**
 * The engine: collects the facts that a set of checks needs, fetches each once, in a batch, from a
 * place, and evaluates the checks over them.
 */
public final class Inspection {

  /** How often facts may lead to further ones: what a defect asks for without end is unknown. */
  private static final int ROUNDS = 4;

  private final Place place;
  private final Clock clock;

  private Inspection(Place place, Clock clock) {
    this.place = requireNonNull(place, "place must not be null");
    this.clock = requireNonNull(clock, "clock must not be null");
  }

  /** Return an inspection of this place, today in UTC. */
  public static Inspection of(Place place) {
    return new Inspection(place, WallClock.utc());
  }

  /** Return an inspection by this clock; exceptions to checks expire by it. */
  public Inspection withClock(Clock other) {
    return new Inspection(place, other);
  }

  /**
   * Fetch all that these checks need: one round trip for the subjects and for what conditions ask
   * in any case, and one more if what was seen makes conditions or derived facts ask for more,
   * rarely two. Facts that the place could not give are {@link Answer.Unknown}; nothing is thrown
   * for them. Checks that wait are looked at again, all of them together, until they are decided or
   * their time is over; their facts are those of their own last look.
   */
  public Facts fetch(Collection<Check> checks) {
    return Lookout.over(checks, this::look);
  }

  private Facts look(Collection<Check> checks) {
    FetchedFacts facts = new FetchedFacts(place.name(), LocalDate.now(clock));
    Set<Request<?>> wanted = new LinkedHashSet<>();
    checks.forEach(check -> wanted.addAll(check.requests()));
    Set<Request<?>> missing = facts.missing(wanted);
    for (int round = 0; round < ROUNDS && !missing.isEmpty(); round++) {
      fetch(missing, facts);
      checks.forEach(check -> wanted.addAll(check.needs(facts)));
      missing = facts.missing(wanted);
    }
    return facts;
  }

  private void fetch(Set<Request<?>> requests, FetchedFacts facts) {
    Map<Request<?>, Answer<?>> answers =
        Guarded.call(
            place.name(), () -> place.fetch(requests), broken -> answerAll(requests, broken));
    for (Request<?> request : requests) {
      Answer<?> answer = answers.get(request);
      facts.put(request, answer == null ? noAnswer(request) : answer);
    }
  }

  private static Map<Request<?>, Answer<?>> answerAll(Set<Request<?>> requests, Answer<?> answer) {
    Map<Request<?>, Answer<?>> answers = new HashMap<>();
    requests.forEach(request -> answers.put(request, answer));
    return answers;
  }

  private Answer<?> noAnswer(Request<?> request) {
    return Answer.unknown(place.name() + " gave no answer to " + request);
  }

  /**
   * Look, and return the verdict of each check, in their order; throws nothing, whatever the
   * outcomes.
   */
  public List<Verdict> verdicts(Collection<Check> checks) {
    Facts facts = fetch(checks);
    return checks.stream().map(check -> check.evaluate(facts)).toList();
  }

  /**
   * Look, and require every check that {@link Severity#MUST} hold to have passed. All failures are
   * reported together.
   *
   * @throws CheckFailedError when one of those FAILED or is UNDETERMINED
   * @throws MultipleFailuresError when several of them did or are
   * @throws AssertionFailedError when there is no check at all: a release is not passed by nothing
   */
  public void verify(Collection<Check> checks) {
    if (checks.isEmpty()) {
      throw new AssertionFailedError("nothing was checked in " + place.name());
    }
    List<CheckFailedError> failures =
        verdicts(checks).stream().filter(Verdict::blocks).map(CheckFailedError::new).toList();
    if (failures.size() == 1) {
      throw failures.get(0);
    }
    if (!failures.isEmpty()) {
      throw new MultipleFailuresError(
          failures.size() + " of " + checks.size() + " checks did not pass in " + place.name(),
          failures);
    }
  }
}

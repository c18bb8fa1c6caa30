package org.seatrial.check;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.seatrial.check.Judgement.Undetermined;

/**
 * The facts of a check that waits: those of its last look, and what earlier looks have decided.
 * Filled by one thread; read by many once it is closed.
 */
final class WatchedFacts implements Facts {

  /** What is said of a condition whose time is not over. */
  private static final Judgement PENDING =
      new Undetermined("its time is not over", Optional.empty());

  private final Check check;
  private final Duration patience;

  /** What was seen last of each condition that waits, within its time. */
  private final Map<Eventually<?>, Judgement> last = new ConcurrentHashMap<>();

  /** What is decided. */
  private final Map<Eventually<?>, Judgement> settled = new ConcurrentHashMap<>();

  private Facts facts;
  private Duration elapsed = Duration.ZERO;
  private int looks;
  private boolean decided;
  private boolean closed;

  WatchedFacts(Check check, Duration patience, Facts facts) {
    this.check = check;
    this.patience = patience;
    this.facts = facts;
  }

  Check check() {
    return check;
  }

  /** Tell whether it must be looked at, so long after the first look. */
  boolean isOpen(Duration time) {
    return !decided && (looks == 0 || time.compareTo(patience) <= 0);
  }

  /** Take the facts of one more look. */
  void see(Facts seen, Duration time) {
    facts = seen;
    elapsed = time;
    looks++;
    decided = check.isDecided(this);
  }

  /** End the wait: unless the check was decided before, what was seen last counts. */
  void close() {
    closed = true;
  }

  Judgement settle(Eventually<?> condition, Judgement judgement) {
    Judgement earlier = settled.get(condition);
    if (earlier != null) {
      return condition.directed(earlier);
    }
    if (closed && decided) {
      return PENDING;
    }
    if (closed) {
      return condition.directed(last.getOrDefault(condition, judgement));
    }
    boolean late = elapsed.compareTo(condition.limit().time()) > 0;
    Judgement counting = late ? last.getOrDefault(condition, judgement) : judgement;
    last.put(condition, counting);
    if (late || condition.isDecidedBy(counting)) {
      settled.put(condition, counting);
      return condition.directed(counting);
    }
    return PENDING;
  }

  /** Return how long was looked: all the time when that decided nothing. */
  Waited waited() {
    return new Waited(decided ? elapsed : patience, Math.max(1, looks));
  }

  @Override
  public <A> Answer<A> get(Request<A> request) {
    return facts.get(request);
  }

  @Override
  public String place() {
    return facts.place();
  }

  @Override
  public LocalDate date() {
    return facts.date();
  }
}

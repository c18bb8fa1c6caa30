package org.seatrial.check;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The facts of a set of checks of which some wait: those of the first look, and for each check that
 * waits those of its own last one. All that still wait are looked at together.
 */
final class Lookout implements Facts {

  private final Function<Collection<Check>, Facts> look;
  private final IdentityHashMap<Check, WatchedFacts> watched = new IdentityHashMap<>();
  private final Facts first;
  private boolean begun;

  private Lookout(Collection<Check> checks, Function<Collection<Check>, Facts> look) {
    this.look = look;
    this.first = look.apply(checks);
    for (Check check : checks) {
      check
          .patience()
          .ifPresent(
              patience -> watched.put(check, new WatchedFacts(check, patience.time(), first)));
    }
  }

  /**
   * Look once at all of these checks, and again at those that wait.
   *
   * @param look fetches all that some checks need
   */
  static Facts over(Collection<Check> checks, Function<Collection<Check>, Facts> look) {
    Optional<Patience> longest = Patience.longest(checks.stream().map(Check::patience));
    if (longest.isEmpty()) {
      return look.apply(checks);
    }
    Lookout lookout = new Lookout(checks, look);
    longest.get().waiter().until(longest.get().time(), lookout::look);
    lookout.watched.values().forEach(WatchedFacts::close);
    return lookout;
  }

  /** Look again, but for the first time, and return whether nobody waits any more. */
  private boolean look(Duration elapsed) {
    List<WatchedFacts> open = open(elapsed);
    if (!open.isEmpty()) {
      Facts seen = begun ? look.apply(open.stream().map(WatchedFacts::check).toList()) : first;
      open.forEach(facts -> facts.see(seen, elapsed));
    }
    begun = true;
    return open(elapsed).isEmpty();
  }

  private List<WatchedFacts> open(Duration elapsed) {
    return watched.values().stream().filter(facts -> facts.isOpen(elapsed)).toList();
  }

  /** Return the facts by which this check is judged. */
  Facts of(Check check) {
    WatchedFacts own = watched.get(check);
    return own == null ? first : own;
  }

  @Override
  public <A> Answer<A> get(Request<A> request) {
    return first.get(request);
  }

  @Override
  public String place() {
    return first.place();
  }

  @Override
  public LocalDate date() {
    return first.date();
  }
}

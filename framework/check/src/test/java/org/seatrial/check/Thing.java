package org.seatrial.check;

import java.util.Optional;

/** A subject of no particular kind, so that tests of the core need no files. */
final class Thing extends Subject<String> {

  /** Asks what a thing is like. */
  record Look(String thing) implements Request<String> {}

  private final Request<String> request;
  private final String instead;

  private Thing(String name, Request<String> request, String instead) {
    super("thing", name);
    this.request = request;
    this.instead = instead;
  }

  static Thing thing(String name) {
    return new Thing(name, new Look(name), "");
  }

  /** Return a thing of which this is observed. */
  static Thing thing(String name, Request<String> request) {
    return new Thing(name, request, "");
  }

  /** Return the thing, for which this observation is something else than a thing. */
  Thing unless(String observed) {
    return new Thing(name(), request, observed);
  }

  @Override
  protected Request<String> request() {
    return request;
  }

  @Override
  protected Optional<String> mismatch(String observed) {
    return observed.equals(instead) ? Optional.of("proper thing") : Optional.empty();
  }

  static Condition<String> be(String colour) {
    return Condition.of(
        "be " + colour,
        colour,
        (known, facts) ->
            Judgement.of(known.value().equals(colour), colour, known.value(), known.evidence()));
  }
}

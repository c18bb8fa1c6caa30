package org.seatrial.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Another place, and a list of what it was asked for. */
final class RecordingPlace implements Place {

  private final Place place;
  private final List<Set<Request<?>>> rounds = new ArrayList<>();

  RecordingPlace(Place place) {
    this.place = place;
  }

  @Override
  public String name() {
    return place.name();
  }

  @Override
  public Map<Request<?>, Answer<?>> fetch(Set<Request<?>> requests) {
    rounds.add(Set.copyOf(requests));
    return place.fetch(requests);
  }

  /** Return what was asked for in each round trip. */
  List<Set<Request<?>>> rounds() {
    return rounds;
  }
}

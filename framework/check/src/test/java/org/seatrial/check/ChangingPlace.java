package org.seatrial.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A place in which each look finds the next state of things; the last one stays. */
final class ChangingPlace implements Place {

  private final Map<Request<?>, List<Answer<?>>> states = new HashMap<>();
  private final List<Set<Request<?>>> looks = new ArrayList<>();

  /**
   * Say what the looks find one after the other; {@code ?} where nobody can look, {@code -}
   * nothing.
   */
  ChangingPlace with(String thing, String... colours) {
    List<Answer<?>> answers = new ArrayList<>();
    for (String colour : colours) {
      answers.add(
          switch (colour) {
            case "?" -> Answer.unknown("the engine is away");
            case "-" -> Answer.absent();
            default -> Answer.known(colour);
          });
    }
    states.put(new Thing.Look(thing), answers);
    return this;
  }

  List<Set<Request<?>>> looks() {
    return looks;
  }

  @Override
  public String name() {
    return "changing place";
  }

  @Override
  public Map<Request<?>, Answer<?>> fetch(Set<Request<?>> requests) {
    Map<Request<?>, Answer<?>> answers = new HashMap<>();
    for (Request<?> request : requests) {
      List<Answer<?>> all = states.getOrDefault(request, List.of(Answer.absent()));
      answers.put(request, all.get(Math.min(looks.size(), all.size() - 1)));
    }
    looks.add(Set.copyOf(requests));
    return answers;
  }
}

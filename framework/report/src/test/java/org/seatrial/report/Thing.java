package org.seatrial.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.seatrial.check.Answer;
import org.seatrial.check.Check;
import org.seatrial.check.Condition;
import org.seatrial.check.Evidence;
import org.seatrial.check.Finding;
import org.seatrial.check.Inspection;
import org.seatrial.check.InspectionException;
import org.seatrial.check.Judgement;
import org.seatrial.check.Place;
import org.seatrial.check.Request;
import org.seatrial.check.Subject;
import org.seatrial.check.Verdict;

/** A made-up thing with a colour, so that the reports need no particular subject. */
final class Thing extends Subject<String> {

  record Colour(String thing) implements Request<String> {}

  private final String thing;

  private Thing(String thing) {
    super("thing", thing);
    this.thing = thing;
  }

  static Thing thing(String name) {
    return new Thing(name);
  }

  @Override
  protected Request<String> request() {
    return new Colour(thing);
  }

  static Condition<String> be(String colour) {
    return Condition.of(
        "be " + colour,
        colour,
        (known, facts) ->
            Judgement.of(known.value().equals(colour), colour, known.value(), known.evidence()));
  }

  /** Each colour that is listed is a finding of its own. */
  static Condition<String> beNoneOf(String... colours) {
    return Condition.of(
        "be none of " + String.join(" or ", colours),
        "another colour",
        (known, facts) -> {
          List<Finding> findings =
              List.of(colours).stream()
                  .filter(known.value()::contains)
                  .map(c -> new Finding(c, "another colour", c, known.evidence(), "paint it"))
                  .toList();
          return findings.isEmpty()
              ? Judgement.holds(known.value(), known.evidence())
              : new Judgement.Violated(findings);
        });
  }

  static Answer<String> seen(String colour) {
    return new Answer.Known<>(colour, Evidence.of("layer", "2 of 5").with("made by", "RUN paint"));
  }

  static List<Verdict> verdicts(
      String place, Map<String, Answer<String>> colours, List<Check> checks) {
    return Inspection.of(new Shelf(place, colours)).verdicts(checks);
  }

  static List<Verdict> unreachable(String place, String why, List<Check> checks) {
    return Inspection.of(new Locked(place, why)).verdicts(checks);
  }

  private record Shelf(String name, Map<String, Answer<String>> colours) implements Place {
    @Override
    public Map<Request<?>, Answer<?>> fetch(Set<Request<?>> requests) {
      Map<Request<?>, Answer<?>> answers = new HashMap<>();
      for (Request<?> request : requests) {
        if (request instanceof Colour colour) {
          answers.put(request, colours.getOrDefault(colour.thing(), Answer.absent()));
        }
      }
      return answers;
    }
  }

  private record Locked(String name, String why) implements Place {
    @Override
    public Map<Request<?>, Answer<?>> fetch(Set<Request<?>> requests) {
      throw new InspectionException(why);
    }
  }
}

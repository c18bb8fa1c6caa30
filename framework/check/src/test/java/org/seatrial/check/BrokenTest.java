package org.seatrial.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.seatrial.check.Conditions.exist;
import static org.seatrial.check.Conditions.not;
import static org.seatrial.check.Thing.be;
import static org.seatrial.check.Thing.thing;
import static org.seatrial.check.file.ContentConditions.contain;
import static org.seatrial.check.file.FileConditions.haveMode;
import static org.seatrial.check.file.FileSubjects.file;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.seatrial.check.file.FileStatus;
import org.seatrial.check.file.ReadRequest;
import org.seatrial.check.madeup.MadeUpPlace;

/** What nobody could look at, and code that breaks: never passed, never hidden, nobody else's. */
class BrokenTest {

  private static final MadeUpPlace PLACE =
      MadeUpPlace.empty()
          .with("/etc/app.conf", "ssl = on\n")
          .answering(new Thing.Look("apple"), Answer.known("red"));

  private static final Check CONTENT = file("/etc/app.conf").should(contain("ssl"));
  private static final Check MODE = file("/etc/app.conf").should(haveMode("0644"));
  private static final Check APPLE = thing("apple").should(be("red"));

  private static List<Verdict> verdicts(Place place, Check... checks) {
    return Inspection.of(place).verdicts(List.of(checks));
  }

  private static void assertUndetermined(Verdict verdict, String why) {
    assertThat(verdict.message())
        .isEqualTo(
            "could not determine whether "
                + verdict.check().sentence()
                + ": "
                + why
                + "   → UNDETERMINED in made-up place\n  see:       check "
                + verdict.check().id()
                + ", "
                + verdict.check().source());
    assertThat(verdict.outcome()).isEqualTo(Outcome.UNDETERMINED);
    assertThat(verdict.blocks()).isTrue();
  }

  /** Return the place with another fetch. */
  private static Place fetching(Function<Set<Request<?>>, Map<Request<?>, Answer<?>>> fetch) {
    return new Place() {
      @Override
      public String name() {
        return PLACE.name();
      }

      @Override
      public Map<Request<?>, Answer<?>> fetch(Set<Request<?>> requests) {
        return fetch.apply(requests);
      }
    };
  }

  @Test
  void a_place_that_cannot_be_looked_at_determines_nothing() {
    InspectionException gone = new InspectionException("engine refuses: /var/run/docker.sock");
    Place place =
        fetching(
            requests -> {
              throw gone;
            });
    for (Verdict verdict : verdicts(place, CONTENT, MODE, APPLE, negated())) {
      assertUndetermined(verdict, "engine refuses: /var/run/docker.sock");
      assertThat(verdict.cause()).contains(gone);
      assertThat(new CheckFailedError(verdict)).hasCause(gone);
    }
  }

  private static Check negated() {
    return thing("apple").should(not(be("red")), not(exist()));
  }

  @Test
  void a_place_that_goes_away_between_two_rounds_leaves_the_first_one() {
    Place place =
        fetching(
            requests -> {
              if (requests.contains(ReadRequest.of("/etc/app.conf"))) {
                throw new InspectionException("connection reset");
              }
              return PLACE.fetch(requests);
            });
    List<Verdict> verdicts = verdicts(place, CONTENT, MODE, APPLE);
    assertUndetermined(verdicts.get(0), "connection reset");
    assertThat(verdicts).extracting(Verdict::outcome).endsWith(Outcome.PASSED, Outcome.PASSED);
  }

  @Test
  void a_defect_of_a_place_is_shown_and_determines_nothing() {
    IllegalStateException defect = new IllegalStateException("index 5 of 3");
    StackTraceElement where = new StackTraceElement("org.example.Tar", "read", "Tar.java", 7);
    defect.setStackTrace(new StackTraceElement[] {where});
    Place place =
        fetching(
            requests -> {
              throw defect;
            });
    for (Verdict verdict : verdicts(place, CONTENT, APPLE)) {
      assertUndetermined(
          verdict,
          "made-up place broke: java.lang.IllegalStateException: index 5 of 3,"
              + " at org.example.Tar.read(Tar.java:7)");
      assertThat(new CheckFailedError(verdict)).hasCause(defect);
    }
  }

  @Test
  void a_request_without_an_answer_is_undetermined() {
    List<Verdict> verdicts = verdicts(fetching(requests -> Map.of()), APPLE);
    assertUndetermined(verdicts.get(0), "made-up place gave no answer to Look[thing=apple]");
  }

  @Test
  void an_answer_of_another_type_is_a_defect() {
    Place place =
        fetching(
            requests -> {
              Map<Request<?>, Answer<?>> answers = new HashMap<>();
              requests.forEach(request -> answers.put(request, Answer.known(42)));
              return answers;
            });
    for (Verdict verdict : verdicts(place, APPLE, MODE, negated())) {
      assertThat(verdict.outcome()).isEqualTo(Outcome.UNDETERMINED);
      assertThat(verdict.message()).contains("ClassCastException");
    }
  }

  @Test
  void a_condition_that_breaks_leaves_the_others_alone() {
    IllegalStateException defect = new IllegalStateException("null");
    defect.setStackTrace(new StackTraceElement[0]);
    Condition<String> broken =
        Condition.of(
            "be edible",
            "edible",
            (known, facts) -> {
              throw defect;
            });
    List<Verdict> verdicts =
        verdicts(PLACE, thing("apple").should(broken, be("red")), thing("apple").should(be("red")));
    assertUndetermined(verdicts.get(0), "be edible broke: java.lang.IllegalStateException: null");
    assertThat(verdicts.get(0).cause()).contains(defect);
    assertThat(verdicts.get(0).rulings())
        .extracting(Ruling::outcome)
        .containsExactly(Outcome.UNDETERMINED, Outcome.PASSED);
    assertThat(verdicts.get(1).outcome()).isEqualTo(Outcome.PASSED);
  }

  @Test
  void a_condition_that_breaks_when_it_says_what_it_needs_is_undetermined() {
    Condition<FileStatus> broken =
        Condition.ofFurther(
            "link on",
            "a link",
            file -> ReadRequest.of("no path"),
            (known, facts) -> Judgement.holds("", Evidence.none()));
    Verdict verdict = verdicts(PLACE, file("/etc/app.conf").should(broken), MODE).get(0);
    assertThat(verdict.message())
        .startsWith(
            "could not determine whether file /etc/app.conf should link on: link on broke:"
                + " java.lang.IllegalArgumentException: path must be absolute");
    assertThat(verdict.outcome()).isEqualTo(Outcome.UNDETERMINED);
  }

  @Test
  void a_need_that_nobody_declared_is_undetermined() {
    Condition<String> hasty =
        Condition.of(
            "be like the pear",
            "like the pear",
            (known, facts) ->
                facts
                    .get(new Thing.Look("pear"))
                    .fold(
                        pear -> Judgement.holds("", Evidence.none()),
                        absent -> Judgement.holds("", Evidence.none()),
                        Judgement::undetermined));
    Verdict verdict = verdicts(PLACE, thing("apple").should(hasty)).get(0);
    assertUndetermined(verdict, "Look[thing=pear] was not fetched");
  }

  /** A fact that is derived from the apple. */
  private record Juice(Supplier<Answer<String>> press) implements DerivedRequest<String> {
    @Override
    public Set<Request<?>> sources() {
      return Set.of(new Thing.Look("apple"));
    }

    @Override
    public Answer<String> derive(Facts facts) {
      return facts.get(new Thing.Look("apple")).then(apple -> press.get());
    }
  }

  @Test
  void what_is_derived_from_something_unknown_is_unknown() {
    Check juice = thing("juice", new Juice(() -> Answer.known("yellow"))).should(be("yellow"));
    assertThat(verdicts(PLACE, juice).get(0).outcome()).isEqualTo(Outcome.PASSED);
    InspectionException dark = new InspectionException("it is dark");
    MadeUpPlace night = PLACE.answering(new Thing.Look("apple"), Answer.unknown(dark));
    Verdict verdict = verdicts(night, juice).get(0);
    assertUndetermined(verdict, "it is dark");
    assertThat(verdict.cause()).contains(dark);
    MadeUpPlace sold = PLACE.answering(new Thing.Look("apple"), Answer.absent());
    assertThat(verdicts(sold, juice).get(0).outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void what_cannot_be_derived_is_unknown() {
    Supplier<Answer<String>> unread =
        () -> {
          throw new InspectionException("/etc/passwd has more than 100000 lines");
        };
    Verdict verdict = verdicts(PLACE, thing("juice", new Juice(unread)).should(exist())).get(0);
    assertUndetermined(verdict, "/etc/passwd has more than 100000 lines");
  }

  @Test
  void the_unknown_shows_beside_what_failed() {
    Condition<String> dim =
        Condition.of("be ripe", "ripe", (known, facts) -> Judgement.undetermined("it is dim"));
    Verdict verdict = verdicts(PLACE, thing("apple").should(be("green"), dim)).get(0);
    assertThat(verdict.message())
        .startsWith(
            """
            thing apple should be green and be ripe   → FAILED (1 finding) in made-up place
              expected:  green
              but was:   red
              unknown:   be ripe (it is dim)
              see:\
            """);
  }
}

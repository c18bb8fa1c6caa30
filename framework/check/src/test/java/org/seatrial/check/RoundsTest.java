package org.seatrial.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.seatrial.check.Answer.Known;
import org.seatrial.check.account.AccountSubjects;
import org.seatrial.check.file.FileContent;
import org.seatrial.check.file.ReadRequest;
import org.seatrial.check.madeup.MadeUpPlace;

/** How many round trips facts cost that lead to further ones. */
class RoundsTest {

  private static final ReadRequest POINTER = ReadRequest.of("/etc/pointer");

  /** The text of the file whose path another file holds. */
  private record PointedRequest() implements DerivedRequest<String> {

    @Override
    public Set<Request<?>> sources() {
      return Set.of(POINTER);
    }

    @Override
    public Set<Request<?>> furtherSources(Facts facts) {
      return target(facts).map(Set::<Request<?>>of).orElse(Set.of());
    }

    @Override
    public Answer<String> derive(Facts facts) {
      return facts
          .get(POINTER)
          .then(pointer -> facts.get(ReadRequest.of(pointer.text())))
          .map(FileContent::text);
    }

    private static Optional<ReadRequest> target(Facts facts) {
      return facts.get(POINTER) instanceof Known<FileContent> known
          ? Optional.of(ReadRequest.of(known.value().text()))
          : Optional.empty();
    }
  }

  /** A request that leads to another one of its kind without end. */
  private record EndlessRequest(int number) implements DerivedRequest<String> {

    @Override
    public Set<Request<?>> sources() {
      return Set.of(ReadRequest.of("/endless/" + number));
    }

    @Override
    public Set<Request<?>> furtherSources(Facts facts) {
      return Set.of(new EndlessRequest(number + 1));
    }

    @Override
    public Answer<String> derive(Facts facts) {
      return facts
          .get(ReadRequest.of("/endless/" + number))
          .then(more -> facts.get(new EndlessRequest(number + 1)));
    }
  }

  private static Condition<Object> needing(Request<String> request, String expected) {
    return new Condition<>() {
      @Override
      public String phrase() {
        return "lead to " + expected;
      }

      @Override
      public Set<Request<?>> requests() {
        return Set.of(request);
      }

      @Override
      public Judgement judge(Answer<?> observed, Facts facts) {
        return facts
            .get(request)
            .fold(
                known ->
                    Judgement.of(
                        known.value().equals(expected), expected, known.value(), known.evidence()),
                absent -> Judgement.violated(Finding.of(expected, "nothing", absent.evidence())),
                Judgement::undetermined);
      }
    };
  }

  @Test
  void what_a_condition_needs_in_any_case_comes_with_its_subject() {
    RecordingPlace place =
        new RecordingPlace(
            MadeUpPlace.empty()
                .with("/etc/passwd", "root:x:0:0::/root:/bin/sh\n")
                .with("/etc/pointer", "/srv/text")
                .with("/srv/text", "found"));
    List<Verdict> verdicts =
        Inspection.of(place)
            .verdicts(
                List.of(
                    AccountSubjects.passwd().should(needing(new PointedRequest(), "found")),
                    AccountSubjects.passwd()
                        .should(Conditions.not(needing(new PointedRequest(), "lost")))));
    assertThat(verdicts).extracting(Verdict::outcome).containsOnly(Outcome.PASSED);
    assertThat(place.rounds()).hasSize(2);
    assertThat(place.rounds().get(1)).containsExactly(ReadRequest.of("/srv/text"));
  }

  @Test
  void a_pointer_that_leads_elsewhere_is_violated_with_what_was_there() {
    MadeUpPlace place =
        MadeUpPlace.empty()
            .with("/etc/passwd", "")
            .with("/etc/pointer", "/srv/text")
            .with("/srv/text", "other");
    Verdict verdict =
        Inspection.of(place)
            .verdicts(
                List.of(AccountSubjects.passwd().should(needing(new PointedRequest(), "found"))))
            .get(0);
    assertThat(verdict.message())
        .startsWith(
            """
            passwd should lead to found   → FAILED (1 finding) in made-up place
              expected:  found
              but was:   other
            """);
  }

  @Test
  void a_fact_that_asks_for_more_without_end_is_undetermined_after_some_rounds() {
    AtomicInteger rounds = new AtomicInteger();
    Place place =
        new Place() {
          @Override
          public String name() {
            return "endless";
          }

          @Override
          public Map<Request<?>, Answer<?>> fetch(Set<Request<?>> requests) {
            rounds.incrementAndGet();
            Map<Request<?>, Answer<?>> answers = new HashMap<>();
            requests.forEach(request -> answers.put(request, Answer.known(FileContent.of("more"))));
            return answers;
          }
        };
    Verdict verdict =
        Inspection.of(place)
            .verdicts(
                List.of(AccountSubjects.passwd().should(needing(new EndlessRequest(0), "an end"))))
            .get(0);
    assertThat(verdict.outcome()).isEqualTo(Outcome.UNDETERMINED);
    assertThat(rounds).hasValue(4);
  }
}

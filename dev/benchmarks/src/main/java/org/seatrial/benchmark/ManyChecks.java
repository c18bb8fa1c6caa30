package org.seatrial.benchmark;

import static org.seatrial.check.Conditions.exist;
import static org.seatrial.check.file.FileConditions.beOwnedBy;
import static org.seatrial.check.file.FileConditions.haveMode;
import static org.seatrial.check.file.FileSubjects.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.seatrial.check.Answer;
import org.seatrial.check.Check;
import org.seatrial.check.Facts;
import org.seatrial.check.Inspection;
import org.seatrial.check.Outcome;
import org.seatrial.check.Place;
import org.seatrial.check.Request;
import org.seatrial.check.file.FileStatus;
import org.seatrial.check.file.StatRequest;

/**
 * Checks of files and the facts that they need: one in twenty finds a file with another mode.
 *
 * @param checks what must be true
 * @param facts what is known
 */
record ManyChecks(List<Check> checks, Facts facts) {

  private static final int WRONG = 20;

  /** Declare this many checks and fetch what they need, so that only judging is left. */
  static ManyChecks of(int count) {
    List<Check> checks =
        IntStream.range(0, count)
            .mapToObj(
                i ->
                    file("/opt/shop/part-" + i + ".conf")
                        .should(exist(), haveMode("0644"), beOwnedBy(0, 0)))
            .toList();
    return new ManyChecks(checks, Inspection.of(new MadeUp()).fetch(checks));
  }

  /** Judge all, and return how many failed. */
  int failures() {
    int failures = 0;
    for (Check check : checks) {
      if (check.evaluate(facts).outcome() == Outcome.FAILED) {
        failures++;
      }
    }
    if (failures != (checks.size() + WRONG - 1) / WRONG) {
      throw new IllegalStateException(failures + " of " + checks.size() + " checks failed");
    }
    return failures;
  }

  /** A place that has every file. */
  private record MadeUp() implements Place {
    @Override
    public String name() {
      return "made-up files";
    }

    @Override
    public Map<Request<?>, Answer<?>> fetch(Set<Request<?>> requests) {
      Map<Request<?>, Answer<?>> answers = new LinkedHashMap<>();
      for (Request<?> request : requests) {
        String path = ((StatRequest) request).path();
        FileStatus status = FileStatus.regular(path);
        boolean wrong = answers.size() % WRONG == 0;
        answers.put(request, Answer.known(wrong ? status.withMode("0666") : status));
      }
      return answers;
    }
  }
}

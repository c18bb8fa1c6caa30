package org.seatrial.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.seatrial.check.Conditions.not;
import static org.seatrial.check.file.ContentConditions.contain;
import static org.seatrial.check.file.ContentConditions.haveLineMatching;
import static org.seatrial.deployment.ContainerSubjects.log;
import static org.seatrial.deployment.Waits.eventually;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.seatrial.check.Answer;
import org.seatrial.check.Check;
import org.seatrial.check.Inspection;
import org.seatrial.check.Outcome;
import org.seatrial.check.Verdict;
import org.seatrial.check.madeup.MadeUpPlace;

/** What a container wrote, by the conditions on contents. */
class LogTextTest {

  private static final Log.Line READY = new Log.Line(Log.Stream.STDOUT, "ready");
  private static final Log.Line OLD = new Log.Line(Log.Stream.STDERR, "old option");

  private static Verdict verdict(List<Log.Line> lines, Check check) {
    MadeUpPlace place =
        MadeUpPlace.empty()
            .answering(new LogRequest(LogRequest.LINES), Answer.known(new Log(lines)));
    return Inspection.of(place).verdicts(List.of(check)).get(0);
  }

  @Test
  void looks_at_both_streams_or_at_one() {
    List<Log.Line> lines = List.of(READY, OLD);
    assertThat(verdict(lines, log().should(contain("ready"), contain("old"))).outcome())
        .isEqualTo(Outcome.PASSED);
    assertThat(
            verdict(
                    lines,
                    log(Log.Stream.STDERR).should(not(contain("ready")), haveLineMatching("^old")))
                .outcome())
        .isEqualTo(Outcome.PASSED);
  }

  @Test
  void shows_the_end() {
    Verdict verdict = verdict(List.of(OLD, READY), log().should(contain("listening")));
    assertThat(verdict.message())
        .isEqualTo(
            """
            log should contain "listening"   → FAILED (1 finding) in made-up place
              expected:  to contain "listening"
              but was:   2 lines: "old option\\nready\\n"
              see:       check %s, %s\
            """
                .formatted(verdict.check().id(), verdict.check().source()));
  }

  @Test
  void a_log_of_which_a_part_was_not_read_leaves_open_what_is_not_in_the_rest() {
    List<Log.Line> many = Collections.nCopies(LogRequest.LINES, READY);
    assertThat(verdict(many, log().should(contain("ready"))).outcome()).isEqualTo(Outcome.PASSED);
    Verdict verdict = verdict(many, log().should(not(contain("ERROR"))));
    assertThat(verdict.outcome()).isEqualTo(Outcome.UNDETERMINED);
    assertThat(verdict.message()).contains("only the last 10000 lines were read");
  }

  @Test
  void what_holds_at_once_is_not_waited_for() {
    Check check = log().should(eventually(contain("ready")).within(Duration.ofMinutes(1)));
    Verdict verdict = verdict(List.of(READY), check);
    assertThat(verdict.outcome()).isEqualTo(Outcome.PASSED);
    assertThat(verdict.waited().orElseThrow().looks()).isEqualTo(1);
    assertThat(check.sentence()).isEqualTo("log should eventually contain \"ready\" within 60 s");
  }
}

package org.seatrial.check.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.seatrial.check.command.CommandConditions.printJson;
import static org.seatrial.check.command.CommandConditions.printText;
import static org.seatrial.check.command.CommandSubjects.command;
import static org.seatrial.check.value.ValueConditions.be;
import static org.seatrial.check.value.ValueConditions.beAtLeast;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.seatrial.check.Answer;
import org.seatrial.check.Check;
import org.seatrial.check.Inspection;
import org.seatrial.check.Outcome;
import org.seatrial.check.Verdict;
import org.seatrial.check.contract.ConditionContract;
import org.seatrial.check.contract.ConditionExample;
import org.seatrial.check.file.FileContent;
import org.seatrial.check.madeup.MadeUpPlace;

/** The conditions on a value that a command prints, by the contract. */
class PrintedValueTest {

  private static final MadeUpPlace THREE = place(0, "3\n", "");

  private static final MadeUpPlace FIVE = place(0, "5\n", "");

  private static final MadeUpPlace GREEN = place(0, "{\"status\":\"green\"}", "");

  private static final MadeUpPlace RED = place(1, "{\"status\":\"red\"}", "no quorum\n");

  /** No place answers so; a condition keeps to the contract all the same. */
  private static final MadeUpPlace NEVER = place(Answer.absent());

  private static MadeUpPlace place(int exitCode, String stdout, String stderr) {
    return place(
        Answer.known(
            new CommandResult(
                OptionalInt.of(exitCode),
                FileContent.of(stdout),
                FileContent.of(stderr),
                false,
                Duration.ofSeconds(1))));
  }

  private static MadeUpPlace place(Answer<CommandResult> answer) {
    return MadeUpPlace.empty().answering(CommandRequest.of("nginx", "-v"), answer);
  }

  @Test
  void what_is_no_json_or_not_all_there_is_undetermined_and_shown() {
    CommandResult killed =
        new CommandResult(
            OptionalInt.empty(),
            FileContent.of("{}"),
            FileContent.of(""),
            false,
            Duration.ofSeconds(30));
    assertUndetermined(
        place(Answer.known(killed)),
        "the command did not print all: was killed after 30 s, stdout \"{}\", stderr \"\"");
    assertUndetermined(
        place(0, "no JSON", "boo"), "; exit code 0, stdout \"no JSON\", stderr \"boo\"");
  }

  private static void assertUndetermined(MadeUpPlace place, String why) {
    Check check = command("nginx", "-v").should(printJson("/status", be("green")));
    Verdict verdict = Inspection.of(place).verdicts(List.of(check)).get(0);
    assertThat(verdict.outcome()).isEqualTo(Outcome.UNDETERMINED);
    assertThat(verdict.message()).contains(why);
  }

  @Nested
  class PrintText extends ConditionContract<CommandResult> {
    @Override
    protected ConditionExample<CommandResult> example() {
      return ConditionExample.of(
              command("nginx", "-v"), printText(beAtLeast(5)), "print text be at least 5")
          .holdsIn(FIVE)
          .isViolatedIn(
              THREE,
              """
              command nginx -v should print text be at least 5   → FAILED (1 finding) in made-up place
                expected:  to print text be at least 5
                but was:   "3\\n"; exit code 0, stdout "3\\n", stderr ""
              """)
          .negated(
              """
              command nginx -v should not print text be at least 5   → FAILED (1 finding) in made-up place
                expected:  not to print text be at least 5
                but was:   "5\\n"; exit code 0, stdout "5\\n", stderr ""
              """)
          .absent(
              """
              command nginx -v should print text be at least 5   → FAILED (1 finding) in made-up place
                expected:  to print text be at least 5
                but was:   nothing is there
              """)
          .absentIn(NEVER);
    }
  }

  @Nested
  class PrintJson extends ConditionContract<CommandResult> {
    @Override
    protected ConditionExample<CommandResult> example() {
      return ConditionExample.of(
              command("nginx", "-v"),
              printJson("/status", be("green")),
              "print JSON /status be \"green\"")
          .holdsIn(GREEN)
          .isViolatedIn(
              RED,
              """
              command nginx -v should print JSON /status be "green"   → FAILED (1 finding) in made-up place
                expected:  to print JSON /status be "green"
                but was:   line 1: "red"; exit code 1, stdout "{\\"status\\":\\"red\\"}", stderr "no quorum\\n"
              """)
          .negated(
              """
              command nginx -v should not print JSON /status be "green"   → FAILED (1 finding) in made-up place
                expected:  not to print JSON /status be "green"
                but was:   line 1: "green"; exit code 0, stdout "{\\"status\\":\\"green\\"}", stderr ""
              """)
          .absent(
              """
              command nginx -v should print JSON /status be "green"   → FAILED (1 finding) in made-up place
                expected:  to print JSON /status be "green"
                but was:   nothing is there
              """)
          .absentIn(NEVER);
    }
  }
}

package org.seatrial.check.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.seatrial.check.Conditions.not;
import static org.seatrial.check.command.CommandConditions.print;
import static org.seatrial.check.command.CommandConditions.printExactly;
import static org.seatrial.check.command.CommandConditions.succeed;
import static org.seatrial.check.command.CommandSubjects.command;
import static org.seatrial.check.command.CommandSubjects.shell;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.seatrial.check.Answer;
import org.seatrial.check.Check;
import org.seatrial.check.Inspection;
import org.seatrial.check.Outcome;
import org.seatrial.check.Verdict;
import org.seatrial.check.file.FileContent;
import org.seatrial.check.madeup.MadeUpPlace;

/** How commands are asked for, and what is said of those that were cut or killed. */
class CommandSubjectsTest {

  private static Verdict verdict(Check check, OptionalInt exitCode, String stdout, boolean cut) {
    CommandResult result =
        new CommandResult(
            exitCode, FileContent.of(stdout), FileContent.of(""), cut, Duration.ofMillis(5_250));
    return Inspection.of(
            MadeUpPlace.empty().answering(CommandRequest.of("seq", "9"), Answer.known(result)))
        .verdicts(List.of(check))
        .get(0);
  }

  @Test
  void a_command_is_asked_for_with_its_time_and_its_environment() {
    Check check =
        command("psql", "-c", "select 1", "")
            .within(Duration.ofMillis(2_500))
            .withVariable("PGPASSWORD", "hidden")
            .should(succeed());
    assertThat(check.sentence())
        .isEqualTo("command psql -c \"select 1\" \"\" within 2.5 s should succeed");
    assertThat(check.requests())
        .containsExactly(
            new CommandRequest(
                List.of("psql", "-c", "select 1", ""),
                Map.of("PGPASSWORD", "hidden"),
                Duration.ofMillis(2_500)));
  }

  @Test
  void a_line_is_read_by_the_shell() {
    Check check = shell("ls | wc -l").should(succeed());
    assertThat(check.sentence()).isEqualTo("shell \"ls | wc -l\" should succeed");
    assertThat(check.requests()).containsExactly(CommandRequest.of("sh", "-c", "ls | wc -l"));
  }

  @Test
  void what_a_killed_command_would_have_printed_is_undetermined() {
    for (Check check :
        List.of(
            command("seq", "9").should(print("9")), command("seq", "9").should(not(print("9"))))) {
      assertThat(verdict(check, OptionalInt.empty(), "1\n", false).message())
          .startsWith(
              "could not determine whether "
                  + check.sentence()
                  + ": the command was killed after 5.25 s, stdout \"1\\n\", stderr \"\"");
    }
  }

  @Test
  void what_was_cut_off_decides_nothing() {
    String much = "1".repeat(CommandRequest.OUTPUT_LIMIT);
    OptionalInt ok = OptionalInt.of(0);
    Check seven = command("seq", "9").should(print("7"));
    assertThat(verdict(seven, ok, much, true).outcome()).isEqualTo(Outcome.UNDETERMINED);
    assertThat(verdict(seven, ok, much, false).outcome()).isEqualTo(Outcome.FAILED);
    assertThat(verdict(command("seq", "9").should(print("11")), ok, much, true).outcome())
        .isEqualTo(Outcome.PASSED);
    assertThat(verdict(command("seq", "9").should(printExactly("1")), ok, much, true).outcome())
        .isEqualTo(Outcome.FAILED);
  }

  @Test
  void the_middle_of_a_long_output_is_left_out() {
    String message =
        verdict(
                command("seq", "9").should(succeed()),
                OptionalInt.of(1),
                "a".repeat(5_000) + "end",
                false)
            .message();
    assertThat(message)
        .contains("aaa\" … (4303 more characters) … \"aaa")
        .contains("aend\", stderr \"\"")
        .hasSizeLessThan(1_200);
  }
}

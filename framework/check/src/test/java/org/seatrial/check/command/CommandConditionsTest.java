package org.seatrial.check.command;

import static org.seatrial.check.command.CommandConditions.complain;
import static org.seatrial.check.command.CommandConditions.complainMatching;
import static org.seatrial.check.command.CommandConditions.complainOfNothing;
import static org.seatrial.check.command.CommandConditions.exitWith;
import static org.seatrial.check.command.CommandConditions.print;
import static org.seatrial.check.command.CommandConditions.printExactly;
import static org.seatrial.check.command.CommandConditions.printMatching;
import static org.seatrial.check.command.CommandConditions.printNothing;
import static org.seatrial.check.command.CommandConditions.succeed;
import static org.seatrial.check.command.CommandSubjects.command;

import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.Nested;
import org.seatrial.check.Answer;
import org.seatrial.check.contract.ConditionContract;
import org.seatrial.check.contract.ConditionExample;
import org.seatrial.check.file.FileContent;
import org.seatrial.check.madeup.MadeUpPlace;

/** The conditions on what comes of a command, by the contract. */
class CommandConditionsTest {

  private static final MadeUpPlace GOOD = place(0, "", "nginx/1.22\n");

  private static final MadeUpPlace BAD = place(1, "usage\n", "no such option\n");

  private static final MadeUpPlace SILENT = place(0, "", "");

  private static final MadeUpPlace KILLED = place(result(OptionalInt.empty(), "still ", ""));

  /** No place answers so; a condition keeps to the contract all the same. */
  private static final MadeUpPlace NEVER =
      MadeUpPlace.empty().answering(CommandRequest.of("nginx", "-v"), Answer.absent());

  private static MadeUpPlace place(int exitCode, String stdout, String stderr) {
    return place(result(OptionalInt.of(exitCode), stdout, stderr));
  }

  private static MadeUpPlace place(CommandResult result) {
    return MadeUpPlace.empty().answering(CommandRequest.of("nginx", "-v"), Answer.known(result));
  }

  private static CommandResult result(OptionalInt exitCode, String stdout, String stderr) {
    return new CommandResult(
        exitCode, FileContent.of(stdout), FileContent.of(stderr), false, Duration.ofSeconds(30));
  }

  @Nested
  class ExitWith extends ConditionContract<CommandResult> {
    @Override
    protected ConditionExample<CommandResult> example() {
      return ConditionExample.of(command("nginx", "-v"), exitWith(1), "exit with 1")
          .holdsIn(BAD)
          .isViolatedIn(
              GOOD,
              """
              command nginx -v should exit with 1   → FAILED (1 finding) in made-up place
                expected:  exit code 1
                but was:   exit code 0, stdout "", stderr "nginx/1.22\\n"
              """)
          .negated(
              """
              command nginx -v should not exit with 1   → FAILED (1 finding) in made-up place
                expected:  not to exit with 1
                but was:   exit code 1, stdout "usage\\n", stderr "no such option\\n"
              """)
          .absent(
              """
              command nginx -v should exit with 1   → FAILED (1 finding) in made-up place
                expected:  exit code 1
                but was:   nothing is there
              """)
          .absentIn(NEVER);
    }
  }

  @Nested
  class Succeed extends ConditionContract<CommandResult> {
    @Override
    protected ConditionExample<CommandResult> example() {
      return ConditionExample.of(command("nginx", "-v"), succeed(), "succeed")
          .holdsIn(GOOD)
          .isViolatedIn(
              KILLED,
              """
              command nginx -v should succeed   → FAILED (1 finding) in made-up place
                expected:  exit code 0
                but was:   was killed after 30 s, stdout "still ", stderr ""
              """)
          .negated(
              """
              command nginx -v should not succeed   → FAILED (1 finding) in made-up place
                expected:  not to succeed
                but was:   exit code 0, stdout "", stderr "nginx/1.22\\n"
              """)
          .absent(
              """
              command nginx -v should succeed   → FAILED (1 finding) in made-up place
                expected:  exit code 0
                but was:   nothing is there
              """)
          .absentIn(NEVER);
    }
  }

  @Nested
  class Print extends ConditionContract<CommandResult> {
    @Override
    protected ConditionExample<CommandResult> example() {
      return ConditionExample.of(command("nginx", "-v"), print("usage"), "print \"usage\"")
          .holdsIn(BAD)
          .isViolatedIn(
              GOOD,
              """
              command nginx -v should print "usage"   → FAILED (1 finding) in made-up place
                expected:  to print "usage"
                but was:   exit code 0, stdout "", stderr "nginx/1.22\\n"
              """)
          .negated(
              """
              command nginx -v should not print "usage"   → FAILED (1 finding) in made-up place
                expected:  not to print "usage"
                but was:   exit code 1, stdout "usage\\n", stderr "no such option\\n"
              """)
          .absent(
              """
              command nginx -v should print "usage"   → FAILED (1 finding) in made-up place
                expected:  to print "usage"
                but was:   nothing is there
              """)
          .absentIn(NEVER);
    }
  }

  @Nested
  class PrintMatching extends ConditionContract<CommandResult> {
    @Override
    protected ConditionExample<CommandResult> example() {
      return ConditionExample.of(
              command("nginx", "-v"), printMatching("^us"), "print text matching /^us/")
          .holdsIn(BAD)
          .isViolatedIn(
              GOOD,
              """
              command nginx -v should print text matching /^us/   → FAILED (1 finding) in made-up place
                expected:  to print text matching /^us/
                but was:   exit code 0, stdout "", stderr "nginx/1.22\\n"
              """)
          .negated(
              """
              command nginx -v should not print text matching /^us/   → FAILED (1 finding) in made-up place
                expected:  not to print text matching /^us/
                but was:   exit code 1, stdout "usage\\n", stderr "no such option\\n"
              """)
          .absent(
              """
              command nginx -v should print text matching /^us/   → FAILED (1 finding) in made-up place
                expected:  to print text matching /^us/
                but was:   nothing is there
              """)
          .absentIn(NEVER);
    }
  }

  @Nested
  class PrintExactly extends ConditionContract<CommandResult> {
    @Override
    protected ConditionExample<CommandResult> example() {
      return ConditionExample.of(
              command("nginx", "-v"), printExactly("usage"), "print exactly \"usage\"")
          .holdsIn(BAD)
          .isViolatedIn(
              GOOD,
              """
              command nginx -v should print exactly "usage"   → FAILED (1 finding) in made-up place
                expected:  to print exactly "usage"
                but was:   exit code 0, stdout "", stderr "nginx/1.22\\n"
              """)
          .negated(
              """
              command nginx -v should not print exactly "usage"   → FAILED (1 finding) in made-up place
                expected:  not to print exactly "usage"
                but was:   exit code 1, stdout "usage\\n", stderr "no such option\\n"
              """)
          .absent(
              """
              command nginx -v should print exactly "usage"   → FAILED (1 finding) in made-up place
                expected:  to print exactly "usage"
                but was:   nothing is there
              """)
          .absentIn(NEVER);
    }
  }

  @Nested
  class PrintNothing extends ConditionContract<CommandResult> {
    @Override
    protected ConditionExample<CommandResult> example() {
      return ConditionExample.of(command("nginx", "-v"), printNothing(), "print nothing")
          .holdsIn(GOOD)
          .isViolatedIn(
              BAD,
              """
              command nginx -v should print nothing   → FAILED (1 finding) in made-up place
                expected:  to print nothing
                but was:   exit code 1, stdout "usage\\n", stderr "no such option\\n"
              """)
          .negated(
              """
              command nginx -v should not print nothing   → FAILED (1 finding) in made-up place
                expected:  not to print nothing
                but was:   exit code 0, stdout "", stderr "nginx/1.22\\n"
              """)
          .absent(
              """
              command nginx -v should print nothing   → FAILED (1 finding) in made-up place
                expected:  to print nothing
                but was:   nothing is there
              """)
          .absentIn(NEVER);
    }
  }

  @Nested
  class Complain extends ConditionContract<CommandResult> {
    @Override
    protected ConditionExample<CommandResult> example() {
      return ConditionExample.of(command("nginx", "-v"), complain("option"), "complain \"option\"")
          .holdsIn(BAD)
          .isViolatedIn(
              GOOD,
              """
              command nginx -v should complain "option"   → FAILED (1 finding) in made-up place
                expected:  to complain "option"
                but was:   exit code 0, stdout "", stderr "nginx/1.22\\n"
              """)
          .negated(
              """
              command nginx -v should not complain "option"   → FAILED (1 finding) in made-up place
                expected:  not to complain "option"
                but was:   exit code 1, stdout "usage\\n", stderr "no such option\\n"
              """)
          .absent(
              """
              command nginx -v should complain "option"   → FAILED (1 finding) in made-up place
                expected:  to complain "option"
                but was:   nothing is there
              """)
          .absentIn(NEVER);
    }
  }

  @Nested
  class ComplainMatching extends ConditionContract<CommandResult> {
    @Override
    protected ConditionExample<CommandResult> example() {
      return ConditionExample.of(
              command("nginx", "-v"), complainMatching("^no"), "complain with text matching /^no/")
          .holdsIn(BAD)
          .isViolatedIn(
              GOOD,
              """
              command nginx -v should complain with text matching /^no/   → FAILED (1 finding) in made-up place
                expected:  to complain with text matching /^no/
                but was:   exit code 0, stdout "", stderr "nginx/1.22\\n"
              """)
          .negated(
              """
              command nginx -v should not complain with text matching /^no/   → FAILED (1 finding) in made-up place
                expected:  not to complain with text matching /^no/
                but was:   exit code 1, stdout "usage\\n", stderr "no such option\\n"
              """)
          .absent(
              """
              command nginx -v should complain with text matching /^no/   → FAILED (1 finding) in made-up place
                expected:  to complain with text matching /^no/
                but was:   nothing is there
              """)
          .absentIn(NEVER);
    }
  }

  @Nested
  class ComplainOfNothing extends ConditionContract<CommandResult> {
    @Override
    protected ConditionExample<CommandResult> example() {
      return ConditionExample.of(command("nginx", "-v"), complainOfNothing(), "complain of nothing")
          .holdsIn(SILENT)
          .isViolatedIn(
              BAD,
              """
              command nginx -v should complain of nothing   → FAILED (1 finding) in made-up place
                expected:  to complain of nothing
                but was:   exit code 1, stdout "usage\\n", stderr "no such option\\n"
              """)
          .negated(
              """
              command nginx -v should not complain of nothing   → FAILED (1 finding) in made-up place
                expected:  not to complain of nothing
                but was:   exit code 0, stdout "", stderr ""
              """)
          .absent(
              """
              command nginx -v should complain of nothing   → FAILED (1 finding) in made-up place
                expected:  to complain of nothing
                but was:   nothing is there
              """)
          .absentIn(NEVER);
    }
  }
}

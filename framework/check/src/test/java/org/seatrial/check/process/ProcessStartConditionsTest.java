package org.seatrial.check.process;

import static org.seatrial.check.process.ProcessConditions.haveArgument;
import static org.seatrial.check.process.ProcessConditions.haveArguments;
import static org.seatrial.check.process.ProcessConditions.haveVariable;
import static org.seatrial.check.process.ProcessConditions.haveVariableMatching;
import static org.seatrial.check.process.ProcessSubjects.process;

import org.junit.jupiter.api.Nested;
import org.seatrial.check.contract.ConditionContract;
import org.seatrial.check.contract.ConditionExample;
import org.seatrial.check.madeup.MadeUpPlace;

/** With what processes were started, by the contract. */
class ProcessStartConditionsTest {

  private static final MadeUpPlace VERSION =
      Running.place(
          Running.with(
              RunningProcess.of(7, 1, "/usr/sbin/nginx", "nginx", "-v"),
              "LANG=C.UTF-8",
              "DB_PASSWORD=right"));

  private static final MadeUpPlace LATIN =
      Running.place(Running.with(RunningProcess.of(7, 1, "/usr/sbin/nginx"), "LANG=C"));

  private static final MadeUpPlace WITH_SECRETS =
      Running.place(
          Running.with(
              RunningProcess.of(
                  7, 1, "/usr/sbin/nginx", "nginx", "--password", "a", "--api-key=b", "-v"),
              "DB_PASSWORD=wrong"));

  @Nested
  class HaveArgument extends ConditionContract<Processes> {
    @Override
    protected ConditionExample<Processes> example() {
      return ConditionExample.of(process("nginx"), haveArgument("-g"), "have argument \"-g\"")
          .holdsIn(Running.NGINX)
          .isViolatedIn(
              WITH_SECRETS,
              """
              process nginx should have argument "-g"   → FAILED (1 finding) in made-up place
                expected:  argument "-g"
                but was:   arguments ["nginx", "--password", (not shown), "--api-key=(not shown)", "-v"]
                evidence:  pid 7
              """)
          .negated(
              """
              process nginx should not have argument "-g"   → FAILED (1 finding) in made-up place
                expected:  not to have argument "-g"
                but was:   arguments ["nginx: master process nginx", "-g", "x"]
                evidence:  pid 7
              """)
          .absent(
              """
              process nginx should have argument "-g"   → FAILED (1 finding) in made-up place
                expected:  argument "-g"
                but was:   nothing is there
              """)
          .absentIn(Running.place());
    }
  }

  @Nested
  class HaveArguments extends ConditionContract<Processes> {
    @Override
    protected ConditionExample<Processes> example() {
      return ConditionExample.of(
              process("nginx"), haveArguments("nginx", "-v"), "have arguments [\"nginx\", \"-v\"]")
          .holdsIn(VERSION)
          .isViolatedIn(
              Running.NGINX,
              """
              process nginx should have arguments ["nginx", "-v"]   → FAILED (1 finding) in made-up place
                expected:  arguments ["nginx", "-v"]
                but was:   arguments ["nginx: master process nginx", "-g", "x"], and 1 more
                evidence:  pid 7
              """)
          .negated(
              """
              process nginx should not have arguments ["nginx", "-v"]   → FAILED (1 finding) in made-up place
                expected:  not to have arguments ["nginx", "-v"]
                but was:   arguments ["nginx", "-v"]
                evidence:  pid 7
              """)
          .absent(
              """
              process nginx should have arguments ["nginx", "-v"]   → FAILED (1 finding) in made-up place
                expected:  arguments ["nginx", "-v"]
                but was:   nothing is there
              """)
          .absentIn(Running.place());
    }
  }

  @Nested
  class HaveVariable extends ConditionContract<Processes> {
    @Override
    protected ConditionExample<Processes> example() {
      return ConditionExample.of(process("nginx"), haveVariable("LANG"), "have variable LANG")
          .holdsIn(VERSION)
          .isViolatedIn(
              WITH_SECRETS,
              """
              process nginx should have variable LANG   → FAILED (1 finding) in made-up place
                /usr/sbin/nginx
                expected:  variable LANG
                but was:   no variable LANG
                evidence:  pid 7
              """)
          .negated(
              """
              process nginx should not have variable LANG   → FAILED (1 finding) in made-up place
                /usr/sbin/nginx
                expected:  not to have variable LANG
                but was:   variable LANG is set
                evidence:  pid 7
              """)
          .absent(
              """
              process nginx should have variable LANG   → FAILED (1 finding) in made-up place
                expected:  variable LANG
                but was:   nothing is there
              """)
          .absentIn(Running.place());
    }
  }

  @Nested
  class HaveVariableOfValue extends ConditionContract<Processes> {
    @Override
    protected ConditionExample<Processes> example() {
      return ConditionExample.of(
              process("nginx"),
              haveVariable("DB_PASSWORD", "right"),
              "have variable DB_PASSWORD=right")
          .holdsIn(VERSION)
          .isViolatedIn(
              WITH_SECRETS,
              """
              process nginx should have variable DB_PASSWORD=right   → FAILED (1 finding) in made-up place
                /usr/sbin/nginx
                expected:  variable DB_PASSWORD=right
                but was:   variable DB_PASSWORD=(not shown)
                evidence:  pid 7
              """)
          .negated(
              """
              process nginx should not have variable DB_PASSWORD=right   → FAILED (1 finding) in made-up place
                /usr/sbin/nginx
                expected:  not to have variable DB_PASSWORD=right
                but was:   variable DB_PASSWORD=(not shown)
                evidence:  pid 7
              """)
          .absent(
              """
              process nginx should have variable DB_PASSWORD=right   → FAILED (1 finding) in made-up place
                expected:  variable DB_PASSWORD=right
                but was:   nothing is there
              """)
          .absentIn(Running.place());
    }
  }

  @Nested
  class HaveVariableMatching extends ConditionContract<Processes> {
    @Override
    protected ConditionExample<Processes> example() {
      return ConditionExample.of(
              process("nginx"),
              haveVariableMatching("LANG", "UTF-8$"),
              "have variable LANG matching /UTF-8$/")
          .holdsIn(VERSION)
          .isViolatedIn(
              LATIN,
              """
              process nginx should have variable LANG matching /UTF-8$/   → FAILED (1 finding) in made-up place
                /usr/sbin/nginx
                expected:  variable LANG matching /UTF-8$/
                but was:   variable LANG=C
                evidence:  pid 7
              """)
          .negated(
              """
              process nginx should not have variable LANG matching /UTF-8$/   → FAILED (1 finding) in made-up place
                /usr/sbin/nginx
                expected:  not to have variable LANG matching /UTF-8$/
                but was:   variable LANG=C.UTF-8
                evidence:  pid 7
              """)
          .absent(
              """
              process nginx should have variable LANG matching /UTF-8$/   → FAILED (1 finding) in made-up place
                expected:  variable LANG matching /UTF-8$/
                but was:   nothing is there
              """)
          .absentIn(Running.place());
    }
  }
}

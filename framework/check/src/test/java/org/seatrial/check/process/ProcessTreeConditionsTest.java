package org.seatrial.check.process;

import static org.seatrial.check.process.ProcessConditions.beTheOnlyProgram;
import static org.seatrial.check.process.ProcessConditions.haveCount;
import static org.seatrial.check.process.ProcessConditions.haveCountAtLeast;
import static org.seatrial.check.process.ProcessConditions.haveNoShellAsPid1;
import static org.seatrial.check.process.ProcessConditions.haveNoZombies;
import static org.seatrial.check.process.ProcessSubjects.process;
import static org.seatrial.check.process.ProcessSubjects.processes;

import org.junit.jupiter.api.Nested;
import org.seatrial.check.contract.ConditionContract;
import org.seatrial.check.contract.ConditionExample;
import org.seatrial.check.madeup.MadeUpPlace;

/** How many processes there are and who started them, by the contract. */
class ProcessTreeConditionsTest {

  private static final RunningProcess MASTER = RunningProcess.of(7, 1, "/usr/sbin/nginx");

  private static final MadeUpPlace SINGLE = Running.place(MASTER);

  private static final MadeUpPlace ZOMBIE =
      Running.place(MASTER, Running.unread(9, 7, 'Z', "sleep"));

  private static final MadeUpPlace COMPANION =
      Running.place(
          RunningProcess.of(1, 0, "/usr/bin/tini"),
          MASTER,
          RunningProcess.of(9, 1, "/usr/sbin/cron"));

  private static final MadeUpPlace BELOW_SHELL =
      Running.place(RunningProcess.of(1, 0, "/bin/dash", "sh", "-c", "nginx; true"), MASTER);

  @Nested
  class HaveCount extends ConditionContract<Processes> {
    @Override
    protected ConditionExample<Processes> example() {
      return ConditionExample.of(process("nginx"), haveCount(2), "have count 2")
          .holdsIn(Running.NGINX)
          .isViolatedIn(
              COMPANION,
              """
              process nginx should have count 2   → FAILED (1 finding) in made-up place
                expected:  count 2
                but was:   count 1: pid 7 /usr/sbin/nginx, uid 1001, gid 0
              """)
          .negated(
              """
              process nginx should not have count 2   → FAILED (1 finding) in made-up place
                expected:  not to have count 2
                but was:   count 2: pid 7 /usr/sbin/nginx, uid 1001, gid 0; pid 8 /usr/sbin/nginx, uid 1001, gid 0
              """)
          .absent(
              """
              process nginx should have count 2   → FAILED (1 finding) in made-up place
                expected:  count 2
                but was:   nothing is there
              """)
          .absentIn(Running.place());
    }
  }

  @Nested
  class HaveCountAtLeast extends ConditionContract<Processes> {
    @Override
    protected ConditionExample<Processes> example() {
      return ConditionExample.of(process("nginx"), haveCountAtLeast(2), "have count at least 2")
          .holdsIn(Running.NGINX)
          .isViolatedIn(
              COMPANION,
              """
              process nginx should have count at least 2   → FAILED (1 finding) in made-up place
                expected:  count at least 2
                but was:   count 1: pid 7 /usr/sbin/nginx, uid 1001, gid 0
              """)
          .negated(
              """
              process nginx should not have count at least 2   → FAILED (1 finding) in made-up place
                expected:  not to have count at least 2
                but was:   count 2: pid 7 /usr/sbin/nginx, uid 1001, gid 0; pid 8 /usr/sbin/nginx, uid 1001, gid 0
              """)
          .absent(
              """
              process nginx should have count at least 2   → FAILED (1 finding) in made-up place
                expected:  count at least 2
                but was:   nothing is there
              """)
          .absentIn(Running.place());
    }
  }

  @Nested
  class HaveNoZombies extends ConditionContract<Processes> {
    @Override
    protected ConditionExample<Processes> example() {
      return ConditionExample.of(processes(), haveNoZombies(), "have no zombies")
          .holdsIn(SINGLE)
          .isViolatedIn(
              ZOMBIE,
              """
              processes should have no zombies   → FAILED (1 finding) in made-up place
                sleep
                expected:  no zombie
                but was:   zombie of pid 7, which does not reap it
                evidence:  pid 9
              """)
          .negated(
              """
              processes should not have no zombies   → FAILED (1 finding) in made-up place
                expected:  not to have no zombies
                but was:   pid 7 /usr/sbin/nginx, uid 1001, gid 0
              """)
          .absent(
              """
              processes should have no zombies   → FAILED (1 finding) in made-up place
                expected:  no zombie
                but was:   nothing is there
              """)
          .absentIn(Running.place());
    }
  }

  @Nested
  class BeTheOnlyProgram extends ConditionContract<Processes> {
    @Override
    protected ConditionExample<Processes> example() {
      return ConditionExample.of(process("nginx"), beTheOnlyProgram(), "be the only program")
          .holdsIn(Running.NGINX)
          .isViolatedIn(
              COMPANION,
              """
              process nginx should be the only program   → FAILED (1 finding) in made-up place
                /usr/sbin/cron
                expected:  no program but /usr/sbin/nginx
                but was:   pid 9 /usr/sbin/cron, uid 1001, gid 0, started by pid 1 /usr/bin/tini
                evidence:  pid 9
              """)
          .negated(
              """
              process nginx should not be the only program   → FAILED (1 finding) in made-up place
                expected:  not to be the only program
                but was:   pid 7 /usr/sbin/nginx, uid 1001, gid 0
                evidence:  pid 7
              """)
          .absent(
              """
              process nginx should be the only program   → FAILED (1 finding) in made-up place
                expected:  no other program
                but was:   nothing is there
              """)
          .absentIn(Running.place());
    }
  }

  @Nested
  class HaveNoShellAsPid1 extends ConditionContract<Processes> {
    @Override
    protected ConditionExample<Processes> example() {
      return ConditionExample.of(processes(), haveNoShellAsPid1(), "have no shell as pid 1")
          .holdsIn(Running.NGINX)
          .isViolatedIn(
              BELOW_SHELL,
              """
              processes should have no shell as pid 1   → FAILED (1 finding) in made-up place
                /bin/dash
                expected:  the program or an init as pid 1
                but was:   pid 1 /bin/dash, uid 1001, gid 0, which started pid 7 /usr/sbin/nginx, uid 1001, gid 0
                evidence:  pid 1
                perhaps:   end the start script with exec, or begin with an init such as tini
              """)
          .negated(
              """
              processes should not have no shell as pid 1   → FAILED (1 finding) in made-up place
                expected:  not to have no shell as pid 1
                but was:   pid 1 /usr/bin/tini, uid 1001, gid 0
                evidence:  pid 1
              """)
          .absent(
              """
              processes should have no shell as pid 1   → FAILED (1 finding) in made-up place
                expected:  the program or an init as pid 1
                but was:   nothing is there
              """)
          .absentIn(Running.place());
    }
  }
}

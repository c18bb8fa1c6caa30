package org.seatrial.check.process;

import static org.seatrial.check.process.ProcessConditions.haveNoCapabilities;
import static org.seatrial.check.process.ProcessConditions.haveNoNewPrivileges;
import static org.seatrial.check.process.ProcessConditions.run;
import static org.seatrial.check.process.ProcessConditions.runAsGroup;
import static org.seatrial.check.process.ProcessConditions.runAsNonRoot;
import static org.seatrial.check.process.ProcessConditions.runAsUser;
import static org.seatrial.check.process.ProcessSubjects.process;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.seatrial.check.contract.ConditionContract;
import org.seatrial.check.contract.ConditionExample;
import org.seatrial.check.madeup.MadeUpPlace;

/** As whom processes run and what they may do, by the contract. */
class ProcessUserConditionsTest {

  private static final RunningProcess MASTER = RunningProcess.of(7, 1, "/usr/sbin/nginx");

  private static final MadeUpPlace SINGLE = Running.place(MASTER);

  private static final MadeUpPlace ZOMBIE = Running.place(Running.unread(7, 1, 'Z', "nginx"));

  private static final MadeUpPlace SETUID =
      Running.place(Running.as(MASTER, new Credentials(1001, 0, 0, 0, List.of())));

  private static final MadeUpPlace GROUP_101 =
      Running.place(Running.as(MASTER, Credentials.of(1001, 101)));

  private static final MadeUpPlace CAPABLE =
      Running.place(
          Running.confined(
              MASTER, new ProcessCapabilities(0, 1 | 1 << 10, 1 | 1 << 10, -1, 1 << 10), true));

  @Nested
  class Run extends ConditionContract<Processes> {
    @Override
    protected ConditionExample<Processes> example() {
      return ConditionExample.of(process("nginx"), run(), "run")
          .holdsIn(Running.NGINX)
          .isViolatedIn(
              ZOMBIE,
              """
              process nginx should run   → FAILED (1 finding) in made-up place
                expected:  a process that runs
                but was:   pid 7 nginx (zombie), uid 1001, gid 0
              """)
          .negated(
              """
              process nginx should not run   → FAILED (1 finding) in made-up place
                expected:  not to run
                but was:   pid 7 /usr/sbin/nginx, uid 1001, gid 0; pid 8 /usr/sbin/nginx, uid 1001, gid 0
              """)
          .absent(
              """
              process nginx should run   → FAILED (1 finding) in made-up place
                expected:  a process that runs
                but was:   nothing is there
              """)
          .absentIn(Running.place());
    }
  }

  @Nested
  class RunAsUser extends ConditionContract<Processes> {
    @Override
    protected ConditionExample<Processes> example() {
      return ConditionExample.of(process("nginx"), runAsUser(1001), "run as uid 1001")
          .holdsIn(Running.NGINX)
          .isViolatedIn(
              SETUID,
              """
              process nginx should run as uid 1001   → FAILED (1 finding) in made-up place
                /usr/sbin/nginx
                expected:  uid 1001
                but was:   real uid 1001, effective uid 0
                evidence:  pid 7
              """)
          .negated(
              """
              process nginx should not run as uid 1001   → FAILED (2 findings) in made-up place
                1. /usr/sbin/nginx
                   expected:  not to run as uid 1001
                   but was:   uid 1001
                   evidence:  pid 7
                2. /usr/sbin/nginx
                   expected:  not to run as uid 1001
                   but was:   uid 1001
                   evidence:  pid 8
              """)
          .absent(
              """
              process nginx should run as uid 1001   → FAILED (1 finding) in made-up place
                expected:  uid 1001
                but was:   nothing is there
              """)
          .absentIn(Running.place());
    }
  }

  @Nested
  class RunAsGroup extends ConditionContract<Processes> {
    @Override
    protected ConditionExample<Processes> example() {
      return ConditionExample.of(process("nginx"), runAsGroup(0), "run as gid 0")
          .holdsIn(SETUID)
          .isViolatedIn(
              GROUP_101,
              """
              process nginx should run as gid 0   → FAILED (1 finding) in made-up place
                /usr/sbin/nginx
                expected:  gid 0
                but was:   gid 101
                evidence:  pid 7
              """)
          .negated(
              """
              process nginx should not run as gid 0   → FAILED (1 finding) in made-up place
                /usr/sbin/nginx
                expected:  not to run as gid 0
                but was:   gid 0
                evidence:  pid 7
              """)
          .absent(
              """
              process nginx should run as gid 0   → FAILED (1 finding) in made-up place
                expected:  gid 0
                but was:   nothing is there
              """)
          .absentIn(Running.place());
    }
  }

  @Nested
  class RunAsNonRoot extends ConditionContract<Processes> {
    @Override
    protected ConditionExample<Processes> example() {
      return ConditionExample.of(process("nginx"), runAsNonRoot(), "run as non-root")
          .holdsIn(SINGLE)
          .isViolatedIn(
              SETUID,
              """
              process nginx should run as non-root   → FAILED (1 finding) in made-up place
                /usr/sbin/nginx
                expected:  a user other than root
                but was:   real uid 1001, effective uid 0 (root)
                evidence:  pid 7
              """)
          .negated(
              """
              process nginx should not run as non-root   → FAILED (1 finding) in made-up place
                /usr/sbin/nginx
                expected:  not to run as non-root
                but was:   uid 1001
                evidence:  pid 7
              """)
          .absent(
              """
              process nginx should run as non-root   → FAILED (1 finding) in made-up place
                expected:  a user other than root
                but was:   nothing is there
              """)
          .absentIn(Running.place());
    }
  }

  @Nested
  class HaveNoCapabilities extends ConditionContract<Processes> {
    @Override
    protected ConditionExample<Processes> example() {
      return ConditionExample.of(process("nginx"), haveNoCapabilities(), "have no capabilities")
          .holdsIn(SINGLE)
          .isViolatedIn(
              CAPABLE,
              """
              process nginx should have no capabilities   → FAILED (1 finding) in made-up place
                /usr/sbin/nginx
                expected:  no capabilities
                but was:   permitted and effective cap_chown,cap_net_bind_service; ambient cap_net_bind_service
                evidence:  pid 7
              """)
          .negated(
              """
              process nginx should not have no capabilities   → FAILED (1 finding) in made-up place
                /usr/sbin/nginx
                expected:  not to have no capabilities
                but was:   no capabilities
                evidence:  pid 7
              """)
          .absent(
              """
              process nginx should have no capabilities   → FAILED (1 finding) in made-up place
                expected:  no capabilities
                but was:   nothing is there
              """)
          .absentIn(Running.place());
    }
  }

  @Nested
  class HaveNoNewPrivileges extends ConditionContract<Processes> {
    @Override
    protected ConditionExample<Processes> example() {
      return ConditionExample.of(process("nginx"), haveNoNewPrivileges(), "have no new privileges")
          .holdsIn(CAPABLE)
          .isViolatedIn(
              SINGLE,
              """
              process nginx should have no new privileges   → FAILED (1 finding) in made-up place
                /usr/sbin/nginx
                expected:  no_new_privs set
                but was:   no_new_privs not set
                evidence:  pid 7
              """)
          .negated(
              """
              process nginx should not have no new privileges   → FAILED (1 finding) in made-up place
                /usr/sbin/nginx
                expected:  not to have no new privileges
                but was:   no_new_privs set
                evidence:  pid 7
              """)
          .absent(
              """
              process nginx should have no new privileges   → FAILED (1 finding) in made-up place
                expected:  no_new_privs set
                but was:   nothing is there
              """)
          .absentIn(Running.place());
    }
  }
}

package org.seatrial.check.account;

import static org.seatrial.check.account.AccountConditions.runAsUser;
import static org.seatrial.check.process.ProcessSubjects.process;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.seatrial.check.Answer;
import org.seatrial.check.contract.ConditionContract;
import org.seatrial.check.contract.ConditionExample;
import org.seatrial.check.madeup.MadeUpPlace;
import org.seatrial.check.process.ProcessTable;
import org.seatrial.check.process.Processes;
import org.seatrial.check.process.ProcessesRequest;
import org.seatrial.check.process.RunningProcess;

/** That processes run as a user by name, by the contract. */
class RunAsNameTest {

  private static MadeUpPlace place(String passwd, RunningProcess... processes) {
    return MadeUpPlace.empty()
        .with("/etc/passwd", passwd)
        .answering(new ProcessesRequest(), Answer.known(new ProcessTable(List.of(processes))));
  }

  @Nested
  class RunAsUser extends ConditionContract<Processes> {
    @Override
    protected ConditionExample<Processes> example() {
      RunningProcess shop = RunningProcess.of(7, 1, "/srv/shop");
      return ConditionExample.of(process("/srv/shop"), runAsUser("shop"), "run as user shop")
          .holdsIn(place("shop:x:1001:0::/srv:/bin/sh\n", shop))
          .isViolatedIn(
              place("shop:x:1002:0::/srv:/bin/sh\n", shop),
              """
              process /srv/shop should run as user shop   → FAILED (1 finding) in made-up place
                expected:  user shop
                but was:   user 1001 (uid 1001)
                evidence:  pid 7
              """)
          .negated(
              """
              process /srv/shop should not run as user shop   → FAILED (1 finding) in made-up place
                expected:  not to run as user shop
                but was:   user shop (uid 1001)
                evidence:  pid 7
              """)
          .absent(
              """
              process /srv/shop should run as user shop   → FAILED (1 finding) in made-up place
                expected:  user shop
                but was:   nothing is there
              """)
          .absentIn(place(""));
    }
  }
}

package org.seatrial.scenarios.compose;

import static org.seatrial.check.Conditions.not;
import static org.seatrial.check.account.AccountConditions.currentUser;
import static org.seatrial.check.account.AccountConditions.haveEntryFor;
import static org.seatrial.check.account.AccountSubjects.passwd;
import static org.seatrial.check.process.MountConditions.haveOption;
import static org.seatrial.check.process.MountSubjects.mount;
import static org.seatrial.check.process.ProcessConditions.haveNoCapabilities;
import static org.seatrial.check.process.ProcessConditions.haveNoShellAsPid1;
import static org.seatrial.check.process.ProcessConditions.haveNoZombies;
import static org.seatrial.check.process.ProcessConditions.run;
import static org.seatrial.check.process.ProcessConditions.runAsGroup;
import static org.seatrial.check.process.ProcessConditions.runAsUser;
import static org.seatrial.check.process.ProcessSubjects.process;
import static org.seatrial.check.process.ProcessSubjects.processes;
import static org.seatrial.deployment.ContainerConditions.beHealthy;
import static org.seatrial.deployment.ContainerConditions.beKilledForMemory;
import static org.seatrial.deployment.ContainerConditions.beRunning;
import static org.seatrial.deployment.ContainerSubjects.container;

import java.util.ArrayList;
import java.util.List;
import org.seatrial.check.Check;
import org.seatrial.deployment.Variation;

/** What must be true of every program that a restricted platform is to run, in a variation. */
record Unprivileged(Variation variation) {

  /** Return the checks of the container that runs this program. */
  List<Check> checks(String program) {
    List<Check> checks =
        new ArrayList<>(
            List.of(
                process(program)
                    .should(run(), runAsUser(uid()), runAsGroup(0), haveNoCapabilities()),
                container()
                    .should(beRunning(), beHealthy(), not(beKilledForMemory()))
                    .because("what depends on it waits for that"),
                processes().should(haveNoZombies()),
                processes()
                    .should(haveNoShellAsPid1())
                    .because("signals must reach the program that is to stop"),
                isKnown()
                    ? passwd().should(haveEntryFor(currentUser()).inPasswdFile())
                    : passwd().should(haveEntryFor(currentUser()).throughNssWrapper())));
    if (variation instanceof Variation.ReadOnlyRoot) {
      checks.add(mount("/").should(haveOption("ro")));
    }
    return checks;
  }

  /** Return whom everything must run as. */
  long uid() {
    return variation instanceof Variation.ArbitraryUser arbitrary ? arbitrary.uid() : 1001;
  }

  private boolean isKnown() {
    return !(variation instanceof Variation.ArbitraryUser);
  }
}

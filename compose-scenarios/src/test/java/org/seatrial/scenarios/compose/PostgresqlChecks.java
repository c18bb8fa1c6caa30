package org.seatrial.scenarios.compose;

import static org.seatrial.check.Conditions.each;
import static org.seatrial.check.Conditions.either;
import static org.seatrial.check.Conditions.exist;
import static org.seatrial.check.Conditions.not;
import static org.seatrial.check.Conditions.notExist;
import static org.seatrial.check.account.AccountConditions.currentUser;
import static org.seatrial.check.account.AccountConditions.haveEntryFor;
import static org.seatrial.check.account.AccountSubjects.passwd;
import static org.seatrial.check.command.CommandConditions.print;
import static org.seatrial.check.command.CommandConditions.succeed;
import static org.seatrial.check.command.CommandSubjects.command;
import static org.seatrial.check.file.ContentConditions.contain;
import static org.seatrial.check.file.ContentConditions.haveLineMatching;
import static org.seatrial.check.file.FileConditions.beOwnedBy;
import static org.seatrial.check.file.FileConditions.beWritableByGroup;
import static org.seatrial.check.file.FileConditions.haveMode;
import static org.seatrial.check.file.FileSubjects.directory;
import static org.seatrial.check.file.FileSubjects.file;
import static org.seatrial.check.file.FileSubjects.files;
import static org.seatrial.check.file.Selections.are;
import static org.seatrial.check.file.Selections.regularFiles;
import static org.seatrial.check.file.Selections.worldWritable;
import static org.seatrial.check.process.MountConditions.haveOption;
import static org.seatrial.check.process.MountSubjects.mount;
import static org.seatrial.check.process.PortConditions.beAmong;
import static org.seatrial.check.process.PortConditions.beListenedOnBy;
import static org.seatrial.check.process.PortConditions.beOnLoopback;
import static org.seatrial.check.process.PortConditions.listen;
import static org.seatrial.check.process.PortConditions.listenOn;
import static org.seatrial.check.process.PortSubjects.port;
import static org.seatrial.check.process.PortSubjects.ports;
import static org.seatrial.check.process.ProcessConditions.beTheOnlyProgram;
import static org.seatrial.check.process.ProcessConditions.haveNoCapabilities;
import static org.seatrial.check.process.ProcessConditions.haveNoShellAsPid1;
import static org.seatrial.check.process.ProcessConditions.haveNoZombies;
import static org.seatrial.check.process.ProcessConditions.haveVariable;
import static org.seatrial.check.process.ProcessConditions.run;
import static org.seatrial.check.process.ProcessConditions.runAsGroup;
import static org.seatrial.check.process.ProcessConditions.runAsNonRoot;
import static org.seatrial.check.process.ProcessConditions.runAsUser;
import static org.seatrial.check.process.ProcessSubjects.applicationProcess;
import static org.seatrial.check.process.ProcessSubjects.process;
import static org.seatrial.check.process.ProcessSubjects.processes;
import static org.seatrial.deployment.ContainerConditions.beHealthy;
import static org.seatrial.deployment.ContainerConditions.beKilledForMemory;
import static org.seatrial.deployment.ContainerConditions.beRunning;
import static org.seatrial.deployment.ContainerConditions.haveRestartedAtMost;
import static org.seatrial.deployment.ContainerConditions.stopWithin;
import static org.seatrial.deployment.ContainerSubjects.container;
import static org.seatrial.deployment.ContainerSubjects.log;
import static org.seatrial.deployment.http.HttpConditions.acceptConnections;
import static org.seatrial.deployment.http.HttpSubjects.tcp;

import java.time.Duration;
import java.util.List;
import org.seatrial.check.Check;
import org.seatrial.deployment.Log;
import org.seatrial.deployment.Variation;

/**
 * What must be true of every PostgreSQL server that runs.
 *
 * @param uid whom it must run as
 * @param known whether the image's passwd has this user
 */
record PostgresqlChecks(long uid, boolean known) {

  private static final String DATA = "/var/lib/postgresql/data";

  /** Return the checks for a server that is deployed in this variation. */
  static PostgresqlChecks in(Variation variation) {
    return variation instanceof Variation.ArbitraryUser arbitrary
        ? new PostgresqlChecks(arbitrary.uid(), false)
        : new PostgresqlChecks(1001, true);
  }

  /** Return the checks on what runs; the last one stops it, and starts it again. */
  List<Check> inside() {
    return List.of(
        process("postgres")
            .should(run(), runAsUser(uid), runAsGroup(0), haveNoCapabilities(), beTheOnlyProgram()),
        processes()
            .should(runAsNonRoot(), haveNoZombies(), haveNoShellAsPid1())
            .because("restricted platforms forbid root, and signals must reach the server"),
        applicationProcess()
            .should(not(haveVariable("POSTGRES_PASSWORD")))
            .because("whatever the server starts would know the password"),
        known
            ? passwd().should(haveEntryFor(currentUser()).inPasswdFile())
            : passwd().should(haveEntryFor(currentUser()).throughNssWrapper()),
        port(5432).should(listen(), listenOn("0.0.0.0"), beListenedOnBy("postgres")),
        ports()
            .should(each(either(beAmong(5432), beOnLoopback())))
            .because("what is not needed must not be reachable"),
        mount(DATA).should(exist(), haveOption("rw")).because("the data outlive the container"),
        file("/etc/postgresql/postgresql.conf")
            .should(exist(), haveMode("0640"), beOwnedBy(0, 0))
            .because("no process of the container may change its own configuration"),
        directory(DATA).should(exist(), beWritableByGroup(0)),
        directory(DATA + "/15").should(exist(), haveMode("0700"), beOwnedBy(uid, 0)),
        files("/usr/**").that(are(regularFiles())).that(are(worldWritable())).should(notExist()),
        command("postgres", "--version").should(succeed(), print("(PostgreSQL) 15.")),
        log(Log.Stream.STDERR)
            .should(
                haveLineMatching("LOG:  database system is ready to accept .*connections$"),
                not(contain("PANIC:"))),
        container()
            .should(
                beRunning(),
                beHealthy(),
                haveRestartedAtMost(0),
                not(beKilledForMemory()),
                stopWithin(Duration.ofSeconds(20)))
            .because("an update must not wait for it, nor kill it"));
  }

  /** Return the checks on what can be reached. */
  static List<Check> outside() {
    return List.of(tcp(5432).should(acceptConnections()));
  }
}

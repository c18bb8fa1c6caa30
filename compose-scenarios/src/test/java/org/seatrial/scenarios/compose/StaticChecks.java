package org.seatrial.scenarios.compose;

import static org.seatrial.check.Conditions.each;
import static org.seatrial.check.Conditions.either;
import static org.seatrial.check.Conditions.exist;
import static org.seatrial.check.Conditions.not;
import static org.seatrial.check.Conditions.notExist;
import static org.seatrial.check.account.AccountConditions.currentUser;
import static org.seatrial.check.account.AccountConditions.haveEntryFor;
import static org.seatrial.check.account.AccountSubjects.passwd;
import static org.seatrial.check.file.ContentConditions.contain;
import static org.seatrial.check.file.ContentConditions.haveContent;
import static org.seatrial.check.file.ContentConditions.haveLineMatching;
import static org.seatrial.check.file.FileConditions.beOwnedBy;
import static org.seatrial.check.file.FileConditions.haveMode;
import static org.seatrial.check.file.FileSubjects.file;
import static org.seatrial.check.file.FileSubjects.files;
import static org.seatrial.check.file.FileSubjects.path;
import static org.seatrial.check.file.Selections.are;
import static org.seatrial.check.file.Selections.regularFiles;
import static org.seatrial.check.file.Selections.worldWritable;
import static org.seatrial.check.process.PortConditions.beAmong;
import static org.seatrial.check.process.PortConditions.beListenedOnBy;
import static org.seatrial.check.process.PortConditions.beOnLoopback;
import static org.seatrial.check.process.PortConditions.listen;
import static org.seatrial.check.process.PortConditions.listenOn;
import static org.seatrial.check.process.PortSubjects.port;
import static org.seatrial.check.process.PortSubjects.ports;
import static org.seatrial.check.process.ProcessConditions.beTheOnlyProgram;
import static org.seatrial.check.process.ProcessConditions.haveNoCapabilities;
import static org.seatrial.check.process.ProcessConditions.haveVariable;
import static org.seatrial.check.process.ProcessConditions.run;
import static org.seatrial.check.process.ProcessConditions.runAsGroup;
import static org.seatrial.check.process.ProcessConditions.runAsUser;
import static org.seatrial.check.process.ProcessSubjects.applicationProcess;
import static org.seatrial.check.process.ProcessSubjects.process;
import static org.seatrial.deployment.ContainerConditions.beHealthy;
import static org.seatrial.deployment.ContainerConditions.beKilledForMemory;
import static org.seatrial.deployment.ContainerConditions.beRunning;
import static org.seatrial.deployment.ContainerConditions.haveRestartedAtMost;
import static org.seatrial.deployment.ContainerConditions.stopWithin;
import static org.seatrial.deployment.ContainerSubjects.container;
import static org.seatrial.deployment.ContainerSubjects.log;
import static org.seatrial.deployment.http.HttpConditions.haveHeader;
import static org.seatrial.deployment.http.HttpConditions.respondWith;
import static org.seatrial.deployment.http.HttpSubjects.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.seatrial.check.Check;
import org.seatrial.deployment.Log;
import org.seatrial.deployment.Variation;

/**
 * What must be true of every static program that runs. Its container has no shell to look with: the
 * same words are answered from beside it.
 *
 * @param uid whom it must run as
 */
record StaticChecks(long uid) {

  /** Return the checks for a program that is deployed in this variation. */
  static StaticChecks in(Variation variation) {
    if (variation instanceof Variation.ArbitraryUser arbitrary) {
      return new StaticChecks(arbitrary.uid());
    }
    return new StaticChecks(variation instanceof Variation.AsRoot ? 0 : 1001);
  }

  /** Return the checks on what runs; the last one stops it, and starts it again. */
  List<Check> inside() {
    List<Check> all =
        new ArrayList<>(
            List.of(
                process("server").should(run(), runAsUser(uid), runAsGroup(0), beTheOnlyProgram()),
                applicationProcess()
                    .should(not(haveVariable("API_TOKEN")))
                    .because("everybody who can read the image would know the secret"),
                passwd().should(haveEntryFor(currentUser()).inPasswdFile()),
                port(8080).should(listen(), listenOn("0.0.0.0"), beListenedOnBy("server")),
                ports().should(each(either(beAmong(8080), beOnLoopback()))),
                file("/server").should(exist(), haveMode("0755"), beOwnedBy(0, 0)),
                file("/etc/group").should(exist(), haveMode("0644")),
                path("/bin/sh").should(notExist()).because("the image holds one program"),
                files("/**")
                    .that(are(regularFiles()))
                    .that(are(worldWritable()))
                    .should(notExist())));
    if (uid != 0) {
      all.add(process("server").should(haveNoCapabilities()));
    }
    all.add(
        log(Log.Stream.STDOUT)
            .should(haveLineMatching(" listens on 0\\.0\\.0\\.0:8080 as user " + uid + "$")));
    all.add(
        container()
            .should(
                beRunning(),
                beHealthy(),
                haveRestartedAtMost(0),
                not(beKilledForMemory()),
                stopWithin(Duration.ofSeconds(5)))
            .because("an update must not wait for it"));
    return all;
  }

  /** Return the checks on what its users get. */
  static List<Check> outside() {
    return List.of(
        http("/status")
            .should(
                respondWith(200),
                haveHeader("Content-Type", "application/json"),
                haveContent(
                    "{\"application\": \"static\", \"version\": \"1.0.0\", \"ready\": true}\n")),
        http("/").should(respondWith(200), contain("<h1>All alone</h1>")),
        http("/atlantis").should(respondWith(404)),
        http("/status").by("POST").should(respondWith(405)));
  }
}

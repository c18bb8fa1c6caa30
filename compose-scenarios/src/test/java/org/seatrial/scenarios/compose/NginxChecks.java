package org.seatrial.scenarios.compose;

import static org.seatrial.check.Conditions.each;
import static org.seatrial.check.Conditions.either;
import static org.seatrial.check.Conditions.exist;
import static org.seatrial.check.Conditions.not;
import static org.seatrial.check.Conditions.notExist;
import static org.seatrial.check.account.AccountConditions.currentUser;
import static org.seatrial.check.account.AccountConditions.haveEntryFor;
import static org.seatrial.check.account.AccountSubjects.passwd;
import static org.seatrial.check.command.CommandConditions.complain;
import static org.seatrial.check.command.CommandConditions.printMatching;
import static org.seatrial.check.command.CommandConditions.succeed;
import static org.seatrial.check.command.CommandSubjects.command;
import static org.seatrial.check.command.CommandSubjects.shell;
import static org.seatrial.check.file.ContentConditions.contain;
import static org.seatrial.check.file.ContentConditions.haveContent;
import static org.seatrial.check.file.ContentConditions.match;
import static org.seatrial.check.file.FileConditions.beOwnedBy;
import static org.seatrial.check.file.FileConditions.beWritableByGroup;
import static org.seatrial.check.file.FileConditions.haveMode;
import static org.seatrial.check.file.FileConditions.linkTo;
import static org.seatrial.check.file.FileSubjects.directory;
import static org.seatrial.check.file.FileSubjects.file;
import static org.seatrial.check.file.FileSubjects.files;
import static org.seatrial.check.file.FileSubjects.symlink;
import static org.seatrial.check.file.Selections.are;
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
import static org.seatrial.check.process.ProcessConditions.haveCount;
import static org.seatrial.check.process.ProcessConditions.haveNoCapabilities;
import static org.seatrial.check.process.ProcessConditions.haveNoShellAsPid1;
import static org.seatrial.check.process.ProcessConditions.run;
import static org.seatrial.check.process.ProcessConditions.runAsGroup;
import static org.seatrial.check.process.ProcessConditions.runAsNonRoot;
import static org.seatrial.check.process.ProcessConditions.runAsUser;
import static org.seatrial.check.process.ProcessSubjects.process;
import static org.seatrial.check.process.ProcessSubjects.processes;
import static org.seatrial.deployment.ContainerConditions.beHealthy;
import static org.seatrial.deployment.ContainerConditions.beKilledForMemory;
import static org.seatrial.deployment.ContainerConditions.beRunning;
import static org.seatrial.deployment.ContainerConditions.haveRestartedAtMost;
import static org.seatrial.deployment.ContainerConditions.stopWithin;
import static org.seatrial.deployment.ContainerSubjects.container;
import static org.seatrial.deployment.ContainerSubjects.log;
import static org.seatrial.deployment.http.CertificateConditions.haveCertificateFor;
import static org.seatrial.deployment.http.CertificateConditions.haveCertificateValidFor;
import static org.seatrial.deployment.http.HttpConditions.haveHeader;
import static org.seatrial.deployment.http.HttpConditions.haveHeaderMatching;
import static org.seatrial.deployment.http.HttpConditions.redirectTo;
import static org.seatrial.deployment.http.HttpConditions.respondWith;
import static org.seatrial.deployment.http.HttpSubjects.http;
import static org.seatrial.deployment.http.HttpSubjects.https;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.seatrial.check.Check;
import org.seatrial.deployment.Log;
import org.seatrial.deployment.Variation;
import org.seatrial.deployment.http.Trust;

/**
 * What must be true of every nginx that runs.
 *
 * @param uid whom it must run as
 */
record NginxChecks(long uid) {

  /** Return the checks for a server that is deployed in this variation. */
  static NginxChecks in(Variation variation) {
    return new NginxChecks(
        variation instanceof Variation.ArbitraryUser arbitrary ? arbitrary.uid() : 1001);
  }

  /** Return the checks on what runs; the last one stops it, and starts it again. */
  List<Check> inside() {
    return List.of(
        process("nginx")
            .should(
                run(),
                haveCount(2),
                runAsUser(uid),
                runAsGroup(0),
                haveNoCapabilities(),
                beTheOnlyProgram()),
        processes().should(runAsNonRoot(), haveNoShellAsPid1()),
        passwd().should(haveEntryFor(currentUser()).inPasswdFile()),
        port(8080).should(listen(), listenOn("0.0.0.0"), beListenedOnBy("nginx")),
        port(8443).should(listen(), listenOn("0.0.0.0"), beListenedOnBy("nginx")),
        ports().should(each(either(beAmong(8080, 8443), beOnLoopback()))),
        mount("/etc/nginx/locations.d")
            .should(exist(), haveOption("ro"))
            .because("who breaks in must not change what is served"),
        file("/etc/nginx/nginx.conf").should(exist(), haveMode("0644"), beOwnedBy(0, 0)),
        directory("/run/nginx").should(exist(), beWritableByGroup(0)),
        files("/var/www").that(are(worldWritable())).should(notExist()),
        symlink("/var/log/nginx/access.log")
            .should(exist(), linkTo("/dev/stdout"))
            .because("a log in a file grows with the container"),
        // The server overwrites its own environment; a command inherits what it had. Names only: a
        // failure shows what was printed.
        shell("env | cut -d = -f 1")
            .should(succeed(), not(printMatching("(?m)^\\w*(SECRET|PASSWORD|TOKEN)\\w*$")))
            .because("everybody who can read the image would know the secret"),
        command("nginx", "-v").should(succeed(), complain("nginx/1.22")),
        log(Log.Stream.STDERR).should(not(contain("[emerg]")), not(contain("[alert]"))),
        container()
            .should(
                beRunning(),
                beHealthy(),
                haveRestartedAtMost(0),
                not(beKilledForMemory()),
                stopWithin(Duration.ofSeconds(10)))
            .because("an update must not wait for it"));
  }

  /** Return the checks on what its users get by HTTP. */
  static List<Check> outside() {
    return List.of(
        http("/")
            .should(
                respondWith(200),
                contain("<h1>Fair winds</h1>"),
                haveHeader("Content-Type", "text/html; charset=utf-8"),
                haveHeader("Server", "nginx"),
                haveHeader("X-Content-Type-Options", "nosniff"),
                haveHeader("X-Frame-Options", "DENY"),
                haveHeader("Content-Security-Policy", "default-src 'self'")),
        http("/atlantis")
            .should(
                respondWith(404),
                contain("<h1>Lost at sea</h1>"),
                haveHeader("X-Frame-Options", "DENY")),
        http("/home").should(redirectTo("/")),
        http("/home").followingRedirects().should(contain("<h1>Fair winds</h1>")),
        http("/greeting").should(respondWith(200), haveContent("Ahoy\n")),
        http("/status")
            .should(
                respondWith(200),
                haveHeaderMatching("Content-Type", "^application/json"),
                match("\"version\": \"1\\.22\\.[0-9]+\", \"ready\": true")));
  }

  /** Return the checks on what its users get by HTTPS, for each of these names. */
  static List<Check> secure(String... names) {
    List<Check> all = new ArrayList<>();
    for (String name : names) {
      all.add(
          https("/")
              .on(8443)
              .trusting(Trust.anything())
              .should(
                  respondWith(200),
                  haveCertificateFor(name),
                  not(haveCertificateFor("elsewhere.example")),
                  haveCertificateValidFor(Duration.ofDays(30))));
    }
    return all;
  }
}

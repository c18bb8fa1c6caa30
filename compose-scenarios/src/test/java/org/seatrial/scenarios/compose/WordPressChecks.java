package org.seatrial.scenarios.compose;

import static org.seatrial.check.Conditions.each;
import static org.seatrial.check.Conditions.either;
import static org.seatrial.check.Conditions.exist;
import static org.seatrial.check.Conditions.not;
import static org.seatrial.check.Conditions.notExist;
import static org.seatrial.check.command.CommandConditions.print;
import static org.seatrial.check.command.CommandConditions.succeed;
import static org.seatrial.check.command.CommandSubjects.command;
import static org.seatrial.check.file.ContentConditions.contain;
import static org.seatrial.check.file.ContentConditions.haveLineMatching;
import static org.seatrial.check.file.FileConditions.beReadableBy;
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
import static org.seatrial.check.process.PortConditions.listenOn;
import static org.seatrial.check.process.PortSubjects.port;
import static org.seatrial.check.process.PortSubjects.ports;
import static org.seatrial.check.process.ProcessConditions.beTheOnlyProgram;
import static org.seatrial.check.process.ProcessConditions.haveVariable;
import static org.seatrial.check.process.ProcessSubjects.applicationProcess;
import static org.seatrial.check.process.ProcessSubjects.process;
import static org.seatrial.deployment.ContainerConditions.stopWithin;
import static org.seatrial.deployment.ContainerSubjects.container;
import static org.seatrial.deployment.ContainerSubjects.log;
import static org.seatrial.deployment.Waits.eventually;
import static org.seatrial.deployment.http.HttpConditions.haveHeader;
import static org.seatrial.deployment.http.HttpConditions.respondWith;
import static org.seatrial.deployment.http.HttpSubjects.http;
import static org.seatrial.image.ConfigConditions.expose;
import static org.seatrial.image.ConfigConditions.haveHealthCheck;
import static org.seatrial.image.ConfigConditions.haveLabel;
import static org.seatrial.image.ConfigConditions.haveStopSignal;
import static org.seatrial.image.ConfigConditions.haveUser;
import static org.seatrial.image.ConfigConditions.haveVolume;
import static org.seatrial.image.ImageSubject.image;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.seatrial.check.Check;
import org.seatrial.deployment.Variation;
import org.seatrial.image.ConfigConditions;

/** What must be true of every WordPress: of its image, and of what runs of it in a variation. */
record WordPressChecks(Variation variation) {

  private static final String UPLOADS = "/var/lib/wordpress/wp-content/uploads";

  static List<Check> ofImage() {
    return List.of(
        image().should(haveUser("1001:0")).because("restricted platforms forbid root"),
        image()
            .should(expose(8080), haveVolume(UPLOADS), haveStopSignal("SIGTERM"), haveHealthCheck())
            .because("Compose files rely on it"),
        image()
            .should(haveLabel("org.opencontainers.image.version"))
            .because("people must be able to tell what they run"),
        image()
            .should(
                not(ConfigConditions.haveVariable("WORDPRESS_ADMIN_PASSWORD")),
                not(ConfigConditions.haveVariable("WORDPRESS_DB_PASSWORD")))
            .because("everybody who can pull the image can read it"));
  }

  List<Check> all() {
    Unprivileged unprivileged = new Unprivileged(variation);
    List<Check> all = new ArrayList<>(unprivileged.checks("apache2"));
    all.addAll(
        List.of(
            process("apache2").should(beTheOnlyProgram()),
            applicationProcess()
                .should(not(haveVariable("WORDPRESS_ADMIN_PASSWORD")))
                .because("whatever the site runs would know it"),
            port(8080).should(listenOn("0.0.0.0"), beListenedOnBy("apache2")),
            ports()
                .should(each(either(beAmong(8080), beOnLoopback())))
                .because("what is not needed must not be reachable"),
            file("/etc/wordpress/config-default.php")
                .should(exist(), haveMode("0640"), beReadableBy(unprivileged.uid(), 0)),
            directory(UPLOADS)
                .should(exist(), beWritableByGroup(0))
                .because("the next start may have another user id"),
            mount(UPLOADS).should(exist(), haveOption("rw")).because("uploads outlive a container"),
            files("/usr/share/wordpress/**")
                .that(are(regularFiles()))
                .that(are(worldWritable()))
                .should(notExist()),
            file("/usr/share/wordpress/wp-includes/version.php")
                .should(haveLineMatching("^\\$wp_version = '6\\.1")),
            command("apache2", "-v").should(succeed(), print("Apache/2.4.")),
            log().should(haveLineMatching("WordPress is installed$"), not(contain("PHP Fatal"))),
            container()
                .should(stopWithin(Duration.ofSeconds(8)))
                .because("platforms kill after ten seconds")));
    return all;
  }

  /** Return what anybody sees from outside, on port 8080. */
  static List<Check> fromOutside() {
    return List.of(
        http("/")
            .should(
                eventually(respondWith(200)).within(Duration.ofSeconds(20)),
                haveHeader("X-Content-Type-Options", "nosniff"),
                contain("<title>Harbour</title>")),
        http("/wp-login.php").should(respondWith(200), contain("name=\"loginform\"")),
        http("/wp-admin/").should(respondWith(302)).because("nobody has logged in"),
        http("/wp-content/uploads/uploaded.php")
            .should(respondWith(403))
            .because("what visitors upload is never run"));
  }
}

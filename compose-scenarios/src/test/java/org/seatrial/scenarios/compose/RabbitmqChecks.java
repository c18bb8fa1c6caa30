package org.seatrial.scenarios.compose;

import static org.seatrial.check.Conditions.each;
import static org.seatrial.check.Conditions.either;
import static org.seatrial.check.Conditions.exist;
import static org.seatrial.check.Conditions.not;
import static org.seatrial.check.command.CommandConditions.succeed;
import static org.seatrial.check.command.CommandSubjects.command;
import static org.seatrial.check.file.ContentConditions.contain;
import static org.seatrial.check.file.FileConditions.beOwnedBy;
import static org.seatrial.check.file.FileConditions.beWritableByGroup;
import static org.seatrial.check.file.FileConditions.haveMode;
import static org.seatrial.check.file.FileSubjects.directory;
import static org.seatrial.check.file.FileSubjects.file;
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
import static org.seatrial.deployment.http.HttpConditions.respondWith;
import static org.seatrial.deployment.http.HttpSubjects.http;
import static org.seatrial.image.ConfigConditions.expose;
import static org.seatrial.image.ConfigConditions.haveHealthCheck;
import static org.seatrial.image.ConfigConditions.haveLabel;
import static org.seatrial.image.ConfigConditions.haveUser;
import static org.seatrial.image.ConfigConditions.haveVolume;
import static org.seatrial.image.ImageSubject.image;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.seatrial.check.Check;
import org.seatrial.deployment.Variation;
import org.seatrial.image.ConfigConditions;

/** What must be true of every RabbitMQ: of its image, and of a node that runs in a variation. */
record RabbitmqChecks(Variation variation) {

  private static final String DATA = "/var/lib/rabbitmq";

  static List<Check> ofImage() {
    return List.of(
        image().should(haveUser("1001:0")).because("restricted platforms forbid root"),
        image()
            .should(expose(5672), expose(15672), haveVolume(DATA), haveHealthCheck())
            .because("Compose files rely on it"),
        image()
            .should(haveLabel("org.opencontainers.image.version"))
            .because("people must be able to tell what they run"),
        image()
            .should(
                not(ConfigConditions.haveVariable("RABBITMQ_DEFAULT_PASS")),
                not(ConfigConditions.haveVariable("RABBITMQ_ERLANG_COOKIE")))
            .because("everybody who can pull the image can read it"));
  }

  List<Check> all() {
    Unprivileged unprivileged = new Unprivileged(variation);
    List<Check> all = new ArrayList<>(unprivileged.checks("beam.smp"));
    all.addAll(
        List.of(
            process("beam.smp")
                .should(beTheOnlyProgram())
                .allow("/usr/lib/erlang/**")
                .because("Erlang starts children and finds names by programs of its own")
                .allow("/usr/bin/dash")
                .because("RabbitMQ watches the disk by a shell"),
            applicationProcess()
                .should(not(haveVariable("RABBITMQ_ERLANG_COOKIE")))
                .because("whoever knows it commands the node"),
            port(5672).should(listenOn("0.0.0.0"), beListenedOnBy("beam.smp")),
            port(15672).should(listenOn("0.0.0.0"), beListenedOnBy("beam.smp")),
            ports()
                .should(each(either(beAmong(4369, 5672, 15672, 25672), beOnLoopback())))
                .allow("0.0.0.0:*/udp")
                .because("that is where a question to a name server waits for its answer"),
            file("/etc/rabbitmq/rabbitmq.conf")
                .should(exist(), haveMode("0640"), beOwnedBy(0, 0))
                .because("no process of the container may change its own configuration"),
            file(DATA + "/.erlang.cookie")
                .should(exist(), haveMode("0400"), beOwnedBy(unprivileged.uid(), 0))
                .because("whoever reads it commands the node"),
            directory(DATA).should(exist(), beWritableByGroup(0)),
            mount(DATA).should(exist(), haveOption("rw")).because("messages outlive a container"),
            command("/usr/local/bin/health").should(succeed()),
            log().should(contain("Server startup complete"), not(contain("[critical]")))));
    return all;
  }

  /** Return how a node ends. It takes half a minute in all, as the node is started again. */
  static List<Check> stops() {
    return List.of(
        container()
            .should(stopWithin(Duration.ofSeconds(15)))
            .because("a node that is killed leaves its queues to the others"));
  }

  /** Return what anybody sees of the management from outside, on port 15672. */
  static List<Check> fromOutside() {
    return List.of(
        http("/")
            .should(
                eventually(respondWith(200)).within(Duration.ofSeconds(20)), contain("RabbitMQ")),
        http("/api/overview").should(respondWith(401)).because("nobody has logged in"));
  }
}

package org.seatrial.scenarios.compose;

import static org.seatrial.check.Conditions.each;
import static org.seatrial.check.Conditions.either;
import static org.seatrial.check.Conditions.exist;
import static org.seatrial.check.command.CommandConditions.complain;
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
import static org.seatrial.check.process.ProcessSubjects.process;
import static org.seatrial.deployment.ContainerSubjects.log;

import java.util.ArrayList;
import java.util.List;
import org.seatrial.check.Check;
import org.seatrial.deployment.Variation;

/** What must be true of every OpenLDAP that runs in a variation. */
record OpenldapChecks(Variation variation) {

  private static final String DATA = "/var/lib/ldap";

  List<Check> all() {
    List<Check> all = new ArrayList<>(new Unprivileged(variation).checks("slapd"));
    all.addAll(
        List.of(
            process("slapd").should(beTheOnlyProgram()),
            port(1389).should(listenOn("0.0.0.0"), beListenedOnBy("slapd")),
            ports().should(each(either(beAmong(1389), beOnLoopback()))),
            file("/etc/ldap/slapd.conf")
                .should(exist(), haveMode("0640"), beOwnedBy(0, 0))
                .because("no process of the container may change its own configuration"),
            directory(DATA + "/data").should(exist(), beWritableByGroup(0)),
            mount(DATA).should(exist(), haveOption("rw")).because("the data outlive a container"),
            mount("/etc/ldap/directory.ldif").should(exist(), haveOption("ro")),
            command("slapd", "-VV").should(succeed(), complain("OpenLDAP: slapd 2.5.")),
            log().should(contain("slapd starting"))));
    return all;
  }
}

package org.seatrial.scenarios.compose;

import static org.seatrial.check.Conditions.each;
import static org.seatrial.check.Conditions.either;
import static org.seatrial.check.Conditions.exist;
import static org.seatrial.check.Conditions.not;
import static org.seatrial.check.command.CommandConditions.printExactly;
import static org.seatrial.check.command.CommandConditions.printMatching;
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

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.seatrial.check.Check;
import org.seatrial.deployment.Variation;

/** What must be true of every MariaDB that runs for WordPress in a variation. */
record MariadbChecks(Variation variation) {

  private static final String DATA = "/var/lib/mysql";

  List<Check> all() {
    List<Check> all = new ArrayList<>(new Unprivileged(variation).checks("mariadbd"));
    all.addAll(
        List.of(
            process("mariadbd").should(beTheOnlyProgram()),
            applicationProcess()
                .should(not(haveVariable("MARIADB_PASSWORD")))
                .because("it is needed at the first start alone"),
            port(3306).should(listenOn("0.0.0.0"), beListenedOnBy("mariadbd")),
            ports().should(each(either(beAmong(3306), beOnLoopback()))),
            command("cat", "/proc/net/route")
                .should(succeed(), not(printMatching("(?m)^\\S+\\s+00000000\\s")))
                .because("a database needs no way to the outside"),
            file("/etc/mysql/my.cnf").should(exist(), haveMode("0644"), beOwnedBy(0, 0)),
            directory(DATA).should(exist(), beWritableByGroup(0)),
            mount(DATA).should(exist(), haveOption("rw")).because("the data outlive a container"),
            query(
                    "SELECT COUNT(*) > 10 FROM information_schema.tables WHERE table_schema ="
                        + " 'wordpress'")
                .because("WordPress has installed itself"),
            log().should(contain("mariadbd: ready for connections."), not(contain("[ERROR]"))),
            container()
                .should(stopWithin(Duration.ofSeconds(15)))
                .because("a database that is killed must repair itself")));
    return all;
  }

  private static Check query(String sql) {
    return command("mariadb", "--user=mysql", "--batch", "--skip-column-names", "--execute", sql)
        .should(succeed(), printExactly("1"));
  }
}

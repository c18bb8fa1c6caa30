package org.seatrial.check.process;

import static org.seatrial.check.Conditions.each;
import static org.seatrial.check.process.PortConditions.beAmong;
import static org.seatrial.check.process.PortConditions.beListenedOnBy;
import static org.seatrial.check.process.PortConditions.beOnLoopback;
import static org.seatrial.check.process.PortConditions.beUnprivileged;
import static org.seatrial.check.process.PortConditions.listen;
import static org.seatrial.check.process.PortConditions.listenOn;
import static org.seatrial.check.process.PortConditions.listenOnLoopbackOnly;
import static org.seatrial.check.process.PortSubjects.port;
import static org.seatrial.check.process.PortSubjects.ports;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.seatrial.check.Answer;
import org.seatrial.check.Answer.Known;
import org.seatrial.check.contract.ConditionContract;
import org.seatrial.check.contract.ConditionExample;
import org.seatrial.check.madeup.MadeUpPlace;
import org.seatrial.check.process.ListeningSocket.Protocol;

/** The conditions on ports, by the contract. */
class PortConditionsTest {

  private static final MadeUpPlace NONE = listening();

  private static final MadeUpPlace OPEN = listening(tcp("0.0.0.0", 5432, 7));

  private static final MadeUpPlace DUAL = listening(tcp("::", 5432, 7));

  private static final MadeUpPlace LOCAL =
      listening(tcp("::ffff:127.0.0.1", 5432, 7), tcp("::1", 5432, 7));

  private static final MadeUpPlace OTHER = listening(tcp("0.0.0.0", 5432, 9));

  private static final MadeUpPlace ELSEWHERE = listening(tcp("127.0.0.1", 8080, 9));

  private static final MadeUpPlace DNS =
      listening(new ListeningSocket(Protocol.UDP, "0.0.0.0", 53, 0, Optional.empty()));

  private static ListeningSocket tcp(String address, int port, long pid) {
    return new ListeningSocket(Protocol.TCP, address, port, 1001, Optional.of(pid));
  }

  private static MadeUpPlace listening(ListeningSocket... sockets) {
    return Running.place(
            RunningProcess.of(7, 1, "/usr/lib/postgresql/15/bin/postgres"),
            RunningProcess.of(9, 1, "/usr/bin/socat"))
        .answering(new SocketsRequest(), Answer.known(new Sockets(List.of(sockets))));
  }

  @Nested
  class Listen extends ConditionContract<PortListeners> {
    @Override
    protected ConditionExample<PortListeners> example() {
      return ConditionExample.of(port(5432), listen(), "listen")
          .holdsIn(OPEN)
          .isViolatedIn(
              ELSEWHERE,
              """
              port 5432/tcp should listen   → FAILED (1 finding) in made-up place
                expected:  somebody who listens
                but was:   nothing is there
                evidence:  listening: 127.0.0.1:8080/tcp by pid 9
              """)
          .negated(
              """
              port 5432/tcp should not listen   → FAILED (1 finding) in made-up place
                expected:  not to listen
                but was:   0.0.0.0:5432/tcp by pid 7
              """)
          .absent(
              """
              port 5432/tcp should listen   → FAILED (1 finding) in made-up place
                expected:  somebody who listens
                but was:   nothing is there
                evidence:  listening: 127.0.0.1:8080/tcp by pid 9
              """)
          .absentIn(ELSEWHERE);
    }
  }

  @Nested
  class ListenOn extends ConditionContract<PortListeners> {
    @Override
    protected ConditionExample<PortListeners> example() {
      return ConditionExample.of(port(5432), listenOn("0.0.0.0"), "listen on 0.0.0.0")
          .holdsIn(DUAL)
          .isViolatedIn(
              LOCAL,
              """
              port 5432/tcp should listen on 0.0.0.0   → FAILED (1 finding) in made-up place
                expected:  somebody who listens on 0.0.0.0
                but was:   [::ffff:127.0.0.1]:5432/tcp by pid 7, [::1]:5432/tcp by pid 7
              """)
          .negated(
              """
              port 5432/tcp should not listen on 0.0.0.0   → FAILED (1 finding) in made-up place
                expected:  not to listen on 0.0.0.0
                but was:   [::]:5432/tcp by pid 7
              """)
          .absent(
              """
              port 5432/tcp should listen on 0.0.0.0   → FAILED (1 finding) in made-up place
                expected:  somebody who listens on 0.0.0.0
                but was:   nothing is there
                evidence:  listening: 127.0.0.1:8080/tcp by pid 9
              """)
          .absentIn(ELSEWHERE);
    }
  }

  @Nested
  class ListenOnLoopbackOnly extends ConditionContract<PortListeners> {
    @Override
    protected ConditionExample<PortListeners> example() {
      return ConditionExample.of(port(5432), listenOnLoopbackOnly(), "listen on loopback only")
          .holdsIn(LOCAL)
          .isViolatedIn(
              OPEN,
              """
              port 5432/tcp should listen on loopback only   → FAILED (1 finding) in made-up place
                expected:  listeners on the loopback interface only
                but was:   0.0.0.0:5432/tcp by pid 7
              """)
          .negated(
              """
              port 5432/tcp should not listen on loopback only   → FAILED (1 finding) in made-up place
                expected:  not to listen on loopback only
                but was:   [::ffff:127.0.0.1]:5432/tcp by pid 7, [::1]:5432/tcp by pid 7
              """)
          .absent(
              """
              port 5432/tcp should listen on loopback only   → FAILED (1 finding) in made-up place
                expected:  listeners on the loopback interface only
                but was:   nothing is there
                evidence:  listening: 127.0.0.1:8080/tcp by pid 9
              """)
          .absentIn(ELSEWHERE);
    }
  }

  @Nested
  class BeListenedOnBy extends ConditionContract<PortListeners> {
    @Override
    protected ConditionExample<PortListeners> example() {
      return ConditionExample.of(
              port(5432), beListenedOnBy("postgres"), "be listened on by postgres")
          .holdsIn(OPEN)
          .isViolatedIn(
              OTHER,
              """
              port 5432/tcp should be listened on by postgres   → FAILED (1 finding) in made-up place
                expected:  postgres who listens
                but was:   0.0.0.0:5432/tcp by pid 9 /usr/bin/socat, uid 1001, gid 0
                evidence:  pid 9
              """)
          .negated(
              """
              port 5432/tcp should not be listened on by postgres   → FAILED (1 finding) in made-up place
                expected:  not to be listened on by postgres
                but was:   0.0.0.0:5432/tcp by pid 7
              """)
          .absent(
              """
              port 5432/tcp should be listened on by postgres   → FAILED (1 finding) in made-up place
                expected:  postgres who listens
                but was:   nothing is there
                evidence:  listening: 127.0.0.1:8080/tcp by pid 9
              """)
          .absentIn(ELSEWHERE);
    }
  }

  @Nested
  class BeAmong extends ConditionContract<List<Known<ListeningSocket>>> {
    @Override
    protected ConditionExample<List<Known<ListeningSocket>>> example() {
      return ConditionExample.of(ports(), each(beAmong(5432, 8080)), "each be among 5432, 8080")
          .holdsIn(OPEN)
          .isViolatedIn(
              DNS,
              """
              ports should each be among 5432, 8080   → FAILED (1 finding) in made-up place
                0.0.0.0:53/udp
                expected:  port 5432, 8080
                but was:   0.0.0.0:53/udp by a process that could not be found out
                evidence:  uid 0
              """)
          .negated(
              """
              ports should at least once not be among 5432, 8080   → FAILED (1 finding) in made-up place
                expected:  at least one not to be among 5432, 8080
                but was:   none of 1, first 0.0.0.0:5432/tcp: 0.0.0.0:5432/tcp by pid 7
              """)
          .nothingSelected(
              """
              ports should each be among 5432, 8080   → FAILED (1 finding) in made-up place
                expected:  at least one to look at
                but was:   nothing was selected
              """)
          .absentIn(NONE);
    }
  }

  @Nested
  class BeUnprivileged extends ConditionContract<List<Known<ListeningSocket>>> {
    @Override
    protected ConditionExample<List<Known<ListeningSocket>>> example() {
      return ConditionExample.of(ports(), each(beUnprivileged()), "each be unprivileged")
          .holdsIn(OPEN)
          .isViolatedIn(
              DNS,
              """
              ports should each be unprivileged   → FAILED (1 finding) in made-up place
                0.0.0.0:53/udp
                expected:  a port from 1024 on
                but was:   0.0.0.0:53/udp by a process that could not be found out
                evidence:  uid 0
              """)
          .negated(
              """
              ports should at least once not be unprivileged   → FAILED (1 finding) in made-up place
                expected:  at least one not to be unprivileged
                but was:   none of 1, first 0.0.0.0:5432/tcp: 0.0.0.0:5432/tcp by pid 7
              """)
          .nothingSelected(
              """
              ports should each be unprivileged   → FAILED (1 finding) in made-up place
                expected:  at least one to look at
                but was:   nothing was selected
              """)
          .absentIn(NONE);
    }
  }

  @Nested
  class BeOnLoopback extends ConditionContract<List<Known<ListeningSocket>>> {
    @Override
    protected ConditionExample<List<Known<ListeningSocket>>> example() {
      return ConditionExample.of(ports(), each(beOnLoopback()), "each be on loopback")
          .holdsIn(ELSEWHERE)
          .isViolatedIn(
              DNS,
              """
              ports should each be on loopback   → FAILED (1 finding) in made-up place
                0.0.0.0:53/udp
                expected:  an address of the loopback interface
                but was:   0.0.0.0:53/udp by a process that could not be found out
                evidence:  uid 0
              """)
          .negated(
              """
              ports should at least once not be on loopback   → FAILED (1 finding) in made-up place
                expected:  at least one not to be on loopback
                but was:   none of 1, first 127.0.0.1:8080/tcp: 127.0.0.1:8080/tcp by pid 9
              """)
          .nothingSelected(
              """
              ports should each be on loopback   → FAILED (1 finding) in made-up place
                expected:  at least one to look at
                but was:   nothing was selected
              """)
          .absentIn(NONE);
    }
  }
}

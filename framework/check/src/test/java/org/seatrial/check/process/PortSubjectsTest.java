package org.seatrial.check.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.seatrial.check.Conditions.each;
import static org.seatrial.check.Conditions.not;
import static org.seatrial.check.Conditions.notExist;
import static org.seatrial.check.process.ListeningSocket.Protocol.UDP;
import static org.seatrial.check.process.PortConditions.beAmong;
import static org.seatrial.check.process.PortConditions.beListenedOnBy;
import static org.seatrial.check.process.PortConditions.beUnprivileged;
import static org.seatrial.check.process.PortConditions.listen;
import static org.seatrial.check.process.PortConditions.listenOn;
import static org.seatrial.check.process.PortSubjects.port;
import static org.seatrial.check.process.PortSubjects.ports;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seatrial.check.Answer;
import org.seatrial.check.Check;
import org.seatrial.check.Inspection;
import org.seatrial.check.Outcome;
import org.seatrial.check.process.ListeningSocket.Protocol;

/** Which ports are meant, and how addresses are compared. */
class PortSubjectsTest {

  private static Outcome outcome(Check check, ListeningSocket... sockets) {
    return Inspection.of(
            Running.place(RunningProcess.of(7, 1, "/usr/bin/java"))
                .answering(new SocketsRequest(), Answer.known(new Sockets(List.of(sockets)))))
        .verdicts(List.of(check))
        .get(0)
        .outcome();
  }

  private static ListeningSocket tcp(String address, Optional<Long> pid) {
    return new ListeningSocket(Protocol.TCP, address, 8080, 1001, pid);
  }

  @Test
  void a_port_of_another_protocol_is_another_port() {
    ListeningSocket socket = tcp("::", Optional.of(7L));
    assertThat(outcome(port(8080).should(listen()), socket)).isEqualTo(Outcome.PASSED);
    assertThat(outcome(port(8080, UDP).should(notExist()), socket)).isEqualTo(Outcome.PASSED);
    assertThat(port(8080, UDP).phrase()).isEqualTo("port 8080/udp");
  }

  @Test
  void an_address_is_compared_by_what_it_means() {
    ListeningSocket all = tcp("::", Optional.of(7L));
    assertThat(outcome(port(8080).should(listenOn("0:0:0:0:0:0:0:0")), all))
        .isEqualTo(Outcome.PASSED);
    assertThat(outcome(port(8080).should(not(listenOn("0.0.0.0"))), all)).isEqualTo(Outcome.FAILED);
    assertThat(outcome(port(8080).should(listenOn("127.0.0.1")), all)).isEqualTo(Outcome.FAILED);
    ListeningSocket four = tcp("0.0.0.0", Optional.of(7L));
    assertThat(outcome(port(8080).should(listenOn("::")), four)).isEqualTo(Outcome.FAILED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "localhost", "1.2.3", "cafe", "12345", "1.2.3.256", ":::", "fe80::g"})
  void what_is_no_address_is_refused_and_never_looked_up(String text) {
    assertThatThrownBy(() -> listenOn(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("address must be one such as 0.0.0.0 or ::1, but was \"" + text + "\"");
  }

  @Test
  void nobody_says_who_listens_where_that_could_not_be_found_out() {
    Check check = port(8080).should(beListenedOnBy("java"));
    ListeningSocket known = tcp("0.0.0.0", Optional.of(7L));
    assertThat(outcome(check, known)).isEqualTo(Outcome.PASSED);
    assertThat(outcome(check, known, tcp("::", Optional.empty()))).isEqualTo(Outcome.UNDETERMINED);
    assertThat(outcome(check, tcp("::", Optional.of(99L)))).isEqualTo(Outcome.UNDETERMINED);
  }

  @Test
  void no_listener_at_all_is_allowed_where_that_is_said() {
    assertThat(outcome(ports().should(each(beUnprivileged())))).isEqualTo(Outcome.FAILED);
    assertThat(outcome(ports().allowNothing().should(each(beUnprivileged()))))
        .isEqualTo(Outcome.PASSED);
    assertThat(outcome(ports().should(notExist()))).isEqualTo(Outcome.PASSED);
  }

  @Test
  void a_listener_is_excepted_by_address_and_port() {
    Check check = ports().should(each(beAmong(443)));
    ListeningSocket names =
        new ListeningSocket(Protocol.UDP, "127.0.0.11", 43_211, 0, Optional.empty());
    assertThat(outcome(check, names)).isEqualTo(Outcome.FAILED);
    assertThat(outcome(check.allow("127.0.0.11:*/*").because("the engine's names"), names))
        .isEqualTo(Outcome.PASSED);
  }

  @Test
  void what_can_be_no_port_is_refused() {
    assertThatThrownBy(() -> port(0)).hasMessage("port must be 1 to 65535, but was 0");
    assertThatThrownBy(() -> beAmong())
        .hasMessage("ports must not be empty: say notExist() for none");
  }
}

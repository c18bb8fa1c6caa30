package org.seatrial.check.process;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.seatrial.check.Answer;
import org.seatrial.check.Answer.Known;
import org.seatrial.check.Answer.Unknown;
import org.seatrial.check.Condition;
import org.seatrial.check.Facts;
import org.seatrial.check.Finding;
import org.seatrial.check.Judgement;
import org.seatrial.check.Printable;
import org.seatrial.check.Request;

/**
 * The conditions on ports on which somebody listens. To be imported statically. All are violated
 * when nobody listens, and the failure says on which ports somebody does.
 */
public final class PortConditions {

  private static final int UNPRIVILEGED = 1024;

  private PortConditions() {}

  /** Require that somebody listens, on whatever address. */
  public static Condition<PortListeners> listen() {
    return Condition.of(
        "listen",
        "somebody who listens",
        (known, facts) -> Judgement.holds(known.value().description(), known.evidence()));
  }

  /**
   * Require that somebody listens on this address. Who listens on {@code ::} listens on {@code
   * 0.0.0.0} too, unless the socket is for IPv6 alone, which nobody can see from outside.
   *
   * @throws IllegalArgumentException when it is no address
   */
  public static Condition<PortListeners> listenOn(String address) {
    IpAddress wanted = IpAddress.parse(address);
    String expected = "somebody who listens on " + address;
    return Condition.of(
        "listen on " + address,
        expected,
        (known, facts) ->
            Judgement.of(
                known.value().sockets().stream()
                    .anyMatch(socket -> IpAddress.parse(socket.address()).covers(wanted)),
                expected,
                known.value().description(),
                known.evidence()));
  }

  /** Require that whoever listens does so on addresses of the loopback interface alone. */
  public static Condition<PortListeners> listenOnLoopbackOnly() {
    String expected = "listeners on the loopback interface only";
    return Condition.of(
        "listen on loopback only",
        expected,
        (known, facts) ->
            Judgement.of(
                known.value().sockets().stream()
                    .allMatch(socket -> IpAddress.parse(socket.address()).isLoopback()),
                expected,
                known.value().description(),
                known.evidence()));
  }

  /**
   * Require that processes of this name listen, and no others; a name is understood as {@link
   * ProcessSubjects#process} does. Undetermined: whose socket it is could not be found out.
   */
  public static Condition<PortListeners> beListenedOnBy(String process) {
    return new ListenedOnBy(process);
  }

  /** Require that a socket's port is one of these: {@code ports().should(each(beAmong(8080)))}. */
  public static Condition<ListeningSocket> beAmong(int... ports) {
    String wanted =
        Arrays.stream(ports).mapToObj(Integer::toString).collect(Collectors.joining(", "));
    if (ports.length == 0) {
      throw new IllegalArgumentException("ports must not be empty: say notExist() for none");
    }
    int[] copy = ports.clone();
    return Condition.of(
        "be among " + wanted,
        "port " + wanted,
        (known, facts) ->
            Judgement.of(
                Arrays.stream(copy).anyMatch(port -> port == known.value().port()),
                "port " + wanted,
                known.value().description(),
                known.evidence()));
  }

  /** Require that a socket's port is 1024 or higher, for which no privilege is needed. */
  public static Condition<ListeningSocket> beUnprivileged() {
    String expected = "a port from " + UNPRIVILEGED + " on";
    return Condition.of(
        "be unprivileged",
        expected,
        (known, facts) ->
            Judgement.of(
                known.value().port() >= UNPRIVILEGED,
                expected,
                known.value().description(),
                known.evidence()));
  }

  /** Require that a socket's address is one of the loopback interface. */
  public static Condition<ListeningSocket> beOnLoopback() {
    String expected = "an address of the loopback interface";
    return Condition.of(
        "be on loopback",
        expected,
        (known, facts) ->
            Judgement.of(
                IpAddress.parse(known.value().address()).isLoopback(),
                expected,
                known.value().description(),
                known.evidence()));
  }

  /** That all who listen on a port are called so. */
  private record ListenedOnBy(String process) implements Condition<PortListeners> {

    private static final ProcessesRequest PROCESSES = new ProcessesRequest();

    @Override
    public String phrase() {
      return "be listened on by " + Printable.of(process);
    }

    private String expected() {
      return process + " who listens";
    }

    @Override
    public Set<Request<?>> requests() {
      return Set.of(PROCESSES);
    }

    @Override
    public Judgement judge(Answer<? extends PortListeners> observed, Facts facts) {
      return observed.fold(
          known -> judge(known, facts.get(PROCESSES)),
          absent ->
              Judgement.violated(Finding.of(expected(), "nothing is there", absent.evidence())),
          Judgement::undetermined);
    }

    private Judgement judge(Known<? extends PortListeners> known, Answer<ProcessTable> table) {
      if (table instanceof Unknown<ProcessTable> unknown) {
        return Judgement.undetermined(unknown);
      }
      List<RunningProcess> processes =
          table instanceof Known<ProcessTable> k ? k.value().processes() : List.of();
      Optional<ListeningSocket> nobody = Optional.empty();
      for (ListeningSocket socket : known.value().sockets()) {
        Optional<RunningProcess> owner =
            processes.stream()
                .filter(p -> socket.process().filter(p::hasPid).isPresent())
                .findFirst();
        if (owner.isEmpty()) {
          nobody = Optional.of(socket);
        } else if (!ProgramNames.match(owner.get(), process)) {
          return Judgement.violated(
              Finding.of(
                  expected(),
                  socket.label() + " by " + owner.get().description(),
                  known.evidence().and(owner.get().evidence())));
        }
      }
      return nobody
          .map(
              socket ->
                  Judgement.undetermined("could not find out who listens on " + socket.label()))
          .orElseGet(() -> Judgement.holds(known.value().description(), known.evidence()));
    }

    @Override
    public String toString() {
      return phrase();
    }
  }
}

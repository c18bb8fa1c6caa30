package org.seatrial.check.process;

import java.util.List;
import org.seatrial.check.Answer.Known;
import org.seatrial.check.Request;
import org.seatrial.check.Subject;
import org.seatrial.check.process.ListeningSocket.Protocol;

/**
 * The subjects that are ports on which somebody listens: the beginnings of sentences about them. To
 * be imported statically. What is meant is what was observed, not what an image declares, nor what
 * an engine publishes.
 */
public final class PortSubjects {

  private PortSubjects() {}

  /** Look at a TCP port: {@code port(5432).should(listen())}. Absent when nobody listens on it. */
  public static Subject<PortListeners> port(int number) {
    return port(number, Protocol.TCP);
  }

  /**
   * Look at a port: {@code port(53, UDP).should(listen())}. Absent when nobody listens on it.
   *
   * @throws IllegalArgumentException when there is no such port
   */
  public static Subject<PortListeners> port(int number, Protocol protocol) {
    return new PortSubject(new PortRequest(number, protocol));
  }

  /**
   * Look at all sockets on which somebody listens: {@code ports().should(each(beAmong(8080)))}.
   * Absent when there is none, unless that is allowed.
   */
  public static PortsSubject ports() {
    return new PortsSubject(false);
  }

  /** A port. */
  private static final class PortSubject extends Subject<PortListeners> {

    private final PortRequest request;

    PortSubject(PortRequest request) {
      super("port", request.text());
      this.request = request;
    }

    @Override
    protected Request<PortListeners> request() {
      return request;
    }
  }

  /** All sockets on which somebody listens. */
  public static final class PortsSubject extends Subject<List<Known<ListeningSocket>>> {

    private final PortsRequest request;

    private PortsSubject(boolean nothingAllowed) {
      super("ports", "");
      this.request = new PortsRequest(nothingAllowed);
    }

    /** Return the subject for which no listener is an empty list: {@code each(…)} then holds. */
    public PortsSubject allowNothing() {
      return new PortsSubject(true);
    }

    @Override
    protected Request<List<Known<ListeningSocket>>> request() {
      return request;
    }
  }
}

package org.seatrial.check.process;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;
import org.seatrial.check.Described;
import org.seatrial.check.Evidence;

/**
 * A socket on which somebody listens ({@code /proc/net/tcp}, {@code tcp6}, {@code udp}, {@code
 * udp6}); for UDP one that is bound and not connected.
 *
 * @param protocol how it is spoken to
 * @param address the local address in its usual text form, such as {@code 0.0.0.0}, {@code
 *     127.0.0.1}, {@code ::}
 * @param port 1 to 65535
 * @param uid whose socket it is
 * @param process the pid of a process that holds it; empty where that could not be found out
 */
public record ListeningSocket(
    Protocol protocol, String address, int port, long uid, Optional<Long> process)
    implements Described {

  /** The transport of a socket. */
  public enum Protocol {
    TCP,
    UDP;

    /** Return it as ports are written with it, such as {@code tcp}. */
    String suffix() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public ListeningSocket {
    requireNonNull(protocol, "protocol must not be null");
    requireNonNull(address, "address must not be null");
    requireNonNull(process, "process must not be null");
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("port must be 1 to 65535, but was " + port);
    }
  }

  /** Return the address with the port, such as {@code 0.0.0.0:5432/tcp} or {@code [::]:53/udp}. */
  @Override
  public String label() {
    String host = address.indexOf(':') < 0 ? address : "[" + address + "]";
    return host + ":" + port + "/" + protocol.suffix();
  }

  @Override
  public String description() {
    return label()
        + process.map(pid -> " by pid " + pid).orElse(" by a process that could not be found out");
  }

  /** Return where it was seen. */
  Evidence evidence() {
    return Evidence.of("uid", Long.toString(uid));
  }
}

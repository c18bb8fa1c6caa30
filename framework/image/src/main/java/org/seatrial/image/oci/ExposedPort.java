package org.seatrial.image.oci;

import java.util.Locale;
import java.util.Optional;

/**
 * A port, or a range of them, that an image declares it listens on. Declared is all it says:
 * nothing is published by it, and nothing need be listening.
 *
 * @param first the first port, 1 to 65535
 * @param last the last port; the same for a single one
 * @param protocol {@code tcp}, {@code udp} or {@code sctp}
 */
public record ExposedPort(int first, int last, String protocol) {

  /** Return a single TCP port. */
  public static ExposedPort tcp(int port) {
    return new ExposedPort(port, port, "tcp");
  }

  /**
   * Read a port as configs write it: {@code 8080/tcp}, {@code 8080} (TCP), {@code 8000-8010/udp};
   * return nothing when it is none.
   */
  static Optional<ExposedPort> find(String text) {
    int slash = text.indexOf('/');
    String protocol = slash < 0 ? "tcp" : text.substring(slash + 1).toLowerCase(Locale.ROOT);
    String numbers = slash < 0 ? text : text.substring(0, slash);
    int dash = numbers.indexOf('-');
    int first = number(dash < 0 ? numbers : numbers.substring(0, dash));
    int last = dash < 0 ? first : number(numbers.substring(dash + 1));
    boolean known = protocol.equals("tcp") || protocol.equals("udp") || protocol.equals("sctp");
    return known && first > 0 && last >= first
        ? Optional.of(new ExposedPort(first, last, protocol))
        : Optional.empty();
  }

  /** Tell whether this port is the one, or one of the range. */
  public boolean contains(int port) {
    return first <= port && port <= last;
  }

  /** Return the port as configs write it, {@code 8080/tcp}. */
  @Override
  public String toString() {
    return first + (last == first ? "" : "-" + last) + "/" + protocol;
  }

  private static int number(String text) {
    boolean digits =
        !text.isEmpty() && text.length() <= 5 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    int number = digits ? Integer.parseInt(text) : -1;
    return number <= 65_535 ? number : -1;
  }
}

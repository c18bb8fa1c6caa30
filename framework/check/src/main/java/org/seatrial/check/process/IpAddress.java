package org.seatrial.check.process;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.seatrial.check.Printable;

/**
 * An address of the Internet protocol, compared by its bytes and not as it is written. IPv4 in
 * IPv6's form ({@code ::ffff:127.0.0.1}, as Java programs bind it) is the IPv4 address.
 */
record IpAddress(InetAddress address) {

  /**
   * Read a literal; names are never looked up.
   *
   * @throws IllegalArgumentException when it is no address
   */
  static IpAddress parse(String literal) {
    if (!isLiteral(literal)) {
      throw refused(literal, null);
    }
    try {
      return new IpAddress(InetAddress.getByName(literal));
    } catch (UnknownHostException e) {
      throw refused(literal, e);
    }
  }

  /** Tell whether the JDK reads this as an address without asking a name server. */
  private static boolean isLiteral(String text) {
    boolean six = text.contains(":");
    boolean written =
        text.chars().allMatch(c -> Character.digit(c, six ? 16 : 10) >= 0 || c == '.' || c == ':');
    return written && (six || text.chars().filter(c -> c == '.').count() == 3);
  }

  private static IllegalArgumentException refused(String literal, @Nullable Throwable cause) {
    return new IllegalArgumentException(
        "address must be one such as 0.0.0.0 or ::1, but was " + Printable.quoted(literal), cause);
  }

  boolean isLoopback() {
    return address.isLoopbackAddress();
  }

  /** Tell whether what listens here takes connections that are made to the other address. */
  boolean covers(IpAddress other) {
    boolean all6 = address.isAnyLocalAddress() && address.getAddress().length == 16;
    boolean all4 = other.address.isAnyLocalAddress() && other.address.getAddress().length == 4;
    return address.equals(other.address) || (all6 && all4);
  }
}

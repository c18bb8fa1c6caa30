package org.seatrial.docker;

import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;

/**
 * A host and a port of it.
 *
 * @param host a name or an address; one of IPv6 without brackets
 */
record HostAndPort(String host, int port) {

  HostAndPort {
    host = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("the port must be from 1 to 65535");
    }
  }

  /**
   * Parse {@code host}, {@code host:port} or {@code [ipv6]:port}.
   *
   * @param port that is meant if the text names none
   * @throws IllegalArgumentException whose message says what is wrong
   */
  static HostAndPort parse(String text, int port) {
    URI uri;
    try {
      uri = new URI("tcp://" + (text.endsWith("/") ? text.substring(0, text.length() - 1) : text));
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("it is no address (" + e.getReason() + ")", e);
    }
    if (uri.getRawUserInfo() != null) {
      throw new IllegalArgumentException("a user name or password is not supported");
    }
    String host = uri.getHost();
    String rest = uri.getRawSchemeSpecificPart();
    if (host == null
        || !rest.equals("//" + uri.getRawAuthority())
        || uri.getRawFragment() != null) {
      throw new IllegalArgumentException("expected a host and a port, as in tcp://localhost:2375");
    }
    return new HostAndPort(host, uri.getPort() < 0 ? port : uri.getPort());
  }

  /** Look the host up, anew each time. */
  InetSocketAddress resolved() throws UnknownHostException {
    InetSocketAddress address = new InetSocketAddress(host, port);
    if (address.isUnresolved()) {
      throw new UnknownHostException(host);
    }
    return address;
  }

  /** Return the text as URLs write it. */
  @Override
  public String toString() {
    return (host.indexOf(':') < 0 ? host : '[' + host + ']') + ':' + port;
  }
}

package org.seatrial.deployment;

import static java.util.Objects.requireNonNull;

import java.net.URI;

/**
 * Where a port of a service can be reached from the machine of the test.
 *
 * @param host a name or an address, such as {@code 127.0.0.1}
 * @param port 1 to 65535
 */
public record Endpoint(String host, int port) {

  public Endpoint {
    requireNonNull(host, "host must not be null");
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("port must be 1 to 65535, but was " + port);
    }
  }

  /** Return the address of a path there, such as {@code http://127.0.0.1:32768/login}. */
  public URI uri(String scheme, String path) {
    String bracketed = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    return URI.create(scheme + "://" + bracketed + ":" + port).resolve(path);
  }

  /** Return {@code host:port}. */
  @Override
  public String toString() {
    return host + ":" + port;
  }
}

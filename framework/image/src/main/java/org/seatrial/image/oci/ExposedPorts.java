package org.seatrial.image.oci;

import java.util.List;
import java.util.Optional;

/**
 * The ports that an image declares, as its config lists them. Entries that are no port are kept,
 * for checks to find.
 *
 * @param entries in the config's order, as written
 */
public record ExposedPorts(List<String> entries) {

  public ExposedPorts {
    entries = List.copyOf(entries);
  }

  /** Return the ports, in the config's order. */
  public List<ExposedPort> ports() {
    return entries.stream().map(ExposedPort::find).flatMap(Optional::stream).toList();
  }

  /** Return the entries that are no port: out of range, or of an unknown protocol. */
  public List<String> malformed() {
    return entries.stream().filter(entry -> ExposedPort.find(entry).isEmpty()).toList();
  }

  /** Tell whether the port is declared for the protocol, such as {@code tcp}. */
  public boolean contains(int port, String protocol) {
    return ports().stream().anyMatch(p -> p.contains(port) && p.protocol().equals(protocol));
  }
}

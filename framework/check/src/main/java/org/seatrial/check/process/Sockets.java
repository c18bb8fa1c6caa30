package org.seatrial.check.process;

import java.util.List;

/**
 * All sockets of a place on which somebody listens. What listens on {@code ::} is not listed twice,
 * though it takes IPv4 connections too unless {@code IPV6_V6ONLY} is set, which nobody can see from
 * outside.
 *
 * @param listening by protocol, port and address
 */
public record Sockets(List<ListeningSocket> listening) {

  public Sockets {
    listening = List.copyOf(listening);
  }
}

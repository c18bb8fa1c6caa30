package org.seatrial.check.process;

import org.seatrial.check.Request;

/** Asks for all sockets on which somebody listens. Never absent. */
public record SocketsRequest() implements Request<Sockets> {}

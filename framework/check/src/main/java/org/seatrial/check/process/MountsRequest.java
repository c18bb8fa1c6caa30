package org.seatrial.check.process;

import org.seatrial.check.Request;

/** Asks for all that is mounted. Never absent. */
public record MountsRequest() implements Request<MountTable> {}

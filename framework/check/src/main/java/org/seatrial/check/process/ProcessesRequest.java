package org.seatrial.check.process;

import org.seatrial.check.Request;

/**
 * Asks for all processes. Never absent. Unknown: nothing runs there, or {@code /proc} is hidden.
 */
public record ProcessesRequest() implements Request<ProcessTable> {}

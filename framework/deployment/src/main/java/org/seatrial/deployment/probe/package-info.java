/**
 * Looks into a running place by one script of POSIX sh, which answers all requests of a round in
 * one stream. The stream is hostile input. Knows no engine: how a command is run there is a port.
 */
@NullMarked
package org.seatrial.deployment.probe;

import org.jspecify.annotations.NullMarked;

/**
 * Images of a Docker engine, asked for through its API. An adapter: it implements a port that the
 * images own.
 */
@NullMarked
package org.seatrial.docker;

import org.jspecify.annotations.NullMarked;

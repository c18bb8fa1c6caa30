/**
 * What runs: processes, the sockets on which they listen, what is mounted. Known of running places
 * only; an image can't tell.
 */
@NullMarked
package org.seatrial.check.process;

import org.jspecify.annotations.NullMarked;

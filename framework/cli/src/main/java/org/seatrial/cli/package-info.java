/** The seatrial command. Outermost: nothing depends on it. */
@NullMarked
package org.seatrial.cli;

import org.jspecify.annotations.NullMarked;

/** Commands that are run in a place, and what became of them. */
@NullMarked
package org.seatrial.check.command;

import org.jspecify.annotations.NullMarked;

/** Verdicts for people and machines. Depends on the checks only. */
@NullMarked
package org.seatrial.report;

import org.jspecify.annotations.NullMarked;

/**
 * What every condition must keep, whichever module it is in. Other modules get this package as the
 * test jar of the checks.
 */
@NullMarked
package org.seatrial.check.contract;

import org.jspecify.annotations.NullMarked;

/**
 * What a set of checks is expected to find at a place that is wrong on purpose, and the difference
 * from what it does find. Depends on {@code check} alone.
 */
@NullMarked
package org.seatrial.testkit.expectation;

import org.jspecify.annotations.NullMarked;

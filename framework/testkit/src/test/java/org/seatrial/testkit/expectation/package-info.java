/** Tests of expectations: they hold when they should, and tell the difference when they do not. */
@NullMarked
package org.seatrial.testkit.expectation;

import org.jspecify.annotations.NullMarked;

/**
 * The release tests of the applications in {@code compose-scenarios}, as a user of Seatrial writes
 * them, and the tests that they refuse the twins that are wrong on purpose. Each application has
 * its checks in one class, so that the twin is looked at with the same ones.
 */
@NullMarked
package org.seatrial.scenarios.compose;

import org.jspecify.annotations.NullMarked;

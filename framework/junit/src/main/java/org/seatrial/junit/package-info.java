/**
 * Release tests as JUnit tests: every check is a node of the tree. Outermost: nothing depends on
 * it.
 */
@NullMarked
package org.seatrial.junit;

import org.jspecify.annotations.NullMarked;

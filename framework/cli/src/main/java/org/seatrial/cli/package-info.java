/**
 * The {@code seatrial} command. Outermost: nothing depends on it. Reads arguments, opens places,
 * writes reports, and says by its exit code what a release may do; what is checked and how it is
 * shown belongs to the modules inward. Formats, profiles and places are loaded when they are asked
 * for, so that the command starts fast.
 */
@NullMarked
package org.seatrial.cli;

import org.jspecify.annotations.NullMarked;

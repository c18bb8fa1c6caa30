/** The images that {@code dev/try} checks where there is no engine. Not published. */
@NullMarked
package org.seatrial.testkit.trial;

import org.jspecify.annotations.NullMarked;

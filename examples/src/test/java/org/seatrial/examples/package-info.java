/** Release tests of real images, as a user writes them. */
@NullMarked
package org.seatrial.examples;

import org.jspecify.annotations.NullMarked;

/** Tests of made-up images: what is written is what our readers, and others, read. */
@NullMarked
package org.seatrial.testkit.image;

import org.jspecify.annotations.NullMarked;

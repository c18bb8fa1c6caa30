/** The sentences of other tools, said in Seatrial's words, on a made image. */
@NullMarked
package org.seatrial.image.rows;

import org.jspecify.annotations.NullMarked;

/** Tests of the readers of package databases, of version orders, and of the conditions. */
@NullMarked
package org.seatrial.image.packages;

import org.jspecify.annotations.NullMarked;

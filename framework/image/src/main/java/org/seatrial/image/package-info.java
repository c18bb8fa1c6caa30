/** What an image holds, read without running it. Depends on the checks only. */
@NullMarked
package org.seatrial.image;

import org.jspecify.annotations.NullMarked;

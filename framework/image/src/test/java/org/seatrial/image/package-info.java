/** Tests of images as places, from made-up files on a disk to whole messages. */
@NullMarked
package org.seatrial.image;

import org.jspecify.annotations.NullMarked;

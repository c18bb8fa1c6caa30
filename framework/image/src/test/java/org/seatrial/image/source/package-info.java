/** Tests of the sources of images, on made-up archives and folders, right and wrong. */
@NullMarked
package org.seatrial.image.source;

import org.jspecify.annotations.NullMarked;

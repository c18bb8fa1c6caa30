/** Tests of the image's values and the documents they are read from. */
@NullMarked
package org.seatrial.image.oci;

import org.jspecify.annotations.NullMarked;

/** Tests of the profiles, on images that are made right or wrong. */
@NullMarked
package org.seatrial.image.profile;

import org.jspecify.annotations.NullMarked;

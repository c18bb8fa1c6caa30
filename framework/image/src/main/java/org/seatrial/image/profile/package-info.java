/** Profiles that need only an image: named lists of ordinary checks. */
@NullMarked
package org.seatrial.image.profile;

import org.jspecify.annotations.NullMarked;

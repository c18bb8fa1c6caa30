/**
 * A strict, bounded reader of tar archives: what an archive holds and where, over a forward stream
 * or a region of a file. Nothing is ever written to a disk. It reads an archive as the engines that
 * run images do, and refuses with the entry, the place and the reason what they would refuse. Knows
 * nothing of images; depends on the values of files only.
 */
@NullMarked
package org.seatrial.image.tar;

import org.jspecify.annotations.NullMarked;

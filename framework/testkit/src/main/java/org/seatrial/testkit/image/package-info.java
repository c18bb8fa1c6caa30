/**
 * Images as values: layers of made-up files, right or wrong on purpose, and the folders and
 * archives that hold them. The same image has the same bytes on every machine. Depends on {@code
 * check} and {@code image}; what is written shares no code with what reads it.
 */
@NullMarked
package org.seatrial.testkit.image;

import org.jspecify.annotations.NullMarked;

/**
 * The core of Seatrial: a check is a value that declares the facts it needs; the engine fetches
 * each fact once, in a batch, from a {@link org.seatrial.check.Place}; evaluating the check over
 * the facts is pure. This package knows no image, no container and no file; it may depend on the
 * JDK, jspecify and opentest4j only.
 */
@NullMarked
package org.seatrial.check;

import org.jspecify.annotations.NullMarked;

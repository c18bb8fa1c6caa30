/**
 * A place that somebody made up: the facts that a test of checks or conditions is about, without an
 * image or a container. For tests only.
 */
@NullMarked
package org.seatrial.check.madeup;

import org.jspecify.annotations.NullMarked;

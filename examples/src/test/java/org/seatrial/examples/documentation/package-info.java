/**
 * What README.md and docs/ say is true: their Java compiles, their words exist, their links lead
 * somewhere.
 */
@NullMarked
package org.seatrial.examples.documentation;

import org.jspecify.annotations.NullMarked;

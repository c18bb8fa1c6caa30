/**
 * Verdicts for people and machines: what became of the checks at one or more places, as lines for a
 * console, as JSON and as JUnit XML. All text from an image is taken to be hostile and is escaped
 * for the format that it goes to. Depends on the checks and, hidden, on jackson-core.
 */
@NullMarked
package org.seatrial.report;

import org.jspecify.annotations.NullMarked;

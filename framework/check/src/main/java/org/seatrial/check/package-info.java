/**
 * What must be true, and whether it is: subjects, conditions, facts, verdicts and the engine that
 * joins them. Depends on the JDK and on no container.
 */
@NullMarked
package org.seatrial.check;

import org.jspecify.annotations.NullMarked;

/** Looks into containers that Testcontainers started, with the sentences of every other place. */
@NullMarked
package org.seatrial.testcontainers;

import org.jspecify.annotations.NullMarked;

/** How fast it is, beside what it is measured against. */
@NullMarked
package org.seatrial.benchmark;

import org.jspecify.annotations.NullMarked;

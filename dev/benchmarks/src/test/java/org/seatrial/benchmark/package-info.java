/** Tests of what the benchmarks work on: a benchmark of the wrong work would tell nothing. */
@NullMarked
package org.seatrial.benchmark;

import org.jspecify.annotations.NullMarked;

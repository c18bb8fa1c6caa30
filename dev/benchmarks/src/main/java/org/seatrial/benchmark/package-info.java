/**
 * How fast Seatrial is: programs that do one piece of work in a JVM of their own and tell what it
 * took, functions timed by JMH, and the images that both work on. The command {@code dev/benchmark}
 * runs them beside what they are measured against. May use every module; nothing uses it.
 */
@NullMarked
package org.seatrial.benchmark;

import org.jspecify.annotations.NullMarked;

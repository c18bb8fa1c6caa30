/**
 * What a service answers from outside, by HTTP and by TCP: subjects, conditions, and the place that
 * asks. Knows addresses, and no engine and no cluster.
 */
@NullMarked
package org.seatrial.deployment.http;

import org.jspecify.annotations.NullMarked;

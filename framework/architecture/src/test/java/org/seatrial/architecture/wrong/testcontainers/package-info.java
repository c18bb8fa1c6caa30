/**
 * Classes that are wrong on purpose: each breaks a rule, and only that one, if it does not say
 * more.
 */
@NullMarked
package org.seatrial.architecture.wrong.testcontainers;

import org.jspecify.annotations.NullMarked;

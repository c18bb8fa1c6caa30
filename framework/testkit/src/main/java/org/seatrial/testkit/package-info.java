/**
 * Made-up images and facts, and helpers that expect a check to fail, for the tests of users and our
 * own.
 */
@NullMarked
package org.seatrial.testkit;

import org.jspecify.annotations.NullMarked;

/** What every place answers about a tree of files, for the tests of all that reach such places. */
@NullMarked
package org.seatrial.deployment.contract;

import org.jspecify.annotations.NullMarked;

/** Rules over all modules, and bad classes that prove each rule able to fail. */
@NullMarked
package org.seatrial.architecture;

import org.jspecify.annotations.NullMarked;

/** Wrong: it does not say that nothing in it is null. */
package org.seatrial.architecture.wrong.report.unmarked;

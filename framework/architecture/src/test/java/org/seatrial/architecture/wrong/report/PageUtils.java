package org.seatrial.architecture.wrong.report;

/** Wrong: the name says nothing. */
final class PageUtils {}

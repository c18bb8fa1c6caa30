package org.seatrial.architecture.wrong.report.unmarked;

/** Wrong: its package says nothing about null. */
final class Unmarked {}

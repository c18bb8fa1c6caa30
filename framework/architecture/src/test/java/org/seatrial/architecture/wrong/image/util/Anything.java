package org.seatrial.architecture.wrong.image.util;

/** Wrong: the name of the package says nothing. */
final class Anything {}

package org.seatrial.architecture.wrong.testkit;

import com.google.re2j.Pattern;

/** Wrong twice: it knows, and shows, what is not its own. */
public record Fake(Pattern pattern) {}

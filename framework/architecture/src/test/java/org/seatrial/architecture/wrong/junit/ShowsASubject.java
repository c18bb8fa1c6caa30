package org.seatrial.architecture.wrong.junit;

import com.google.re2j.Matcher;

/** Wrong, also where the type is only an argument of a parent. */
public abstract class ShowsASubject implements Iterable<Matcher> {}

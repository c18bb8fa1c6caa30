package org.seatrial.architecture;

import com.tngtech.archunit.lang.ArchRule;

/**
 * An architecture rule with a name of its own.
 *
 * @param name a sentence in a few words, unique among all rules
 * @param rule what ArchUnit evaluates
 */
record Rule(String name, ArchRule rule) {}

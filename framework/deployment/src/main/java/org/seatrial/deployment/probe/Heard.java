package org.seatrial.deployment.probe;

/**
 * Both outputs of the probe.
 *
 * @param out the blocks of standard output
 * @param err those of standard error
 * @param mark what separates records within a block
 * @param root what stands before each path
 */
record Heard(Blocks out, Blocks err, String mark, String root) {}

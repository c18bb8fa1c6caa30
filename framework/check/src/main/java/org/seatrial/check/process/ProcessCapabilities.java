package org.seatrial.check.process;

/**
 * The capability sets of a process, as bit masks in the kernel's numbering ({@code CapInh:} to
 * {@code CapAmb:} of {@code /proc/PID/status}).
 *
 * @param inheritable kept over {@code execve}
 * @param permitted may be made effective
 * @param effective in force
 * @param bounding can ever be gained
 * @param ambient given to programs that have none of their own
 */
public record ProcessCapabilities(
    long inheritable, long permitted, long effective, long bounding, long ambient) {

  /** No capability in any set. */
  public static final ProcessCapabilities NONE = new ProcessCapabilities(0, 0, 0, 0, 0);
}

package org.seatrial.check.process;

import java.util.List;

/**
 * All that is mounted.
 *
 * @param mounts in the order in which they were mounted: of two at one path the later is seen
 */
public record MountTable(List<Mount> mounts) {

  public MountTable {
    mounts = List.copyOf(mounts);
  }
}

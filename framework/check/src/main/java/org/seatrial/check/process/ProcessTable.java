package org.seatrial.check.process;

import java.util.List;

/**
 * All processes of a place at one moment, without those by which it was looked at.
 *
 * @param processes by pid, ascending
 */
public record ProcessTable(List<RunningProcess> processes) {

  public ProcessTable {
    processes = List.copyOf(processes);
  }
}

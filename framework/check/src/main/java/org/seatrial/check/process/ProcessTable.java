package org.seatrial.check.process;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * All processes of a place at one moment, without those by which it was looked at.
 *
 * @param processes by pid, ascending
 */
public record ProcessTable(List<RunningProcess> processes) {

  /** The pid of the first process of a PID namespace. */
  private static final long FIRST = 1;

  public ProcessTable {
    processes = List.copyOf(processes);
  }

  /**
   * Return the table without what came in from outside: health checks and commands that a platform
   * runs in a container, and all that they started. They are those whose first ancestor is not the
   * first process. Only to be asked for where no other container's processes are in the table.
   */
  public ProcessTable withoutVisitors() {
    Map<Long, RunningProcess> byPid =
        processes.stream().collect(Collectors.toMap(RunningProcess::pid, p -> p, (a, b) -> a));
    return byPid.containsKey(FIRST)
        ? new ProcessTable(processes.stream().filter(p -> !isVisitor(p, byPid)).toList())
        : this;
  }

  private static boolean isVisitor(RunningProcess process, Map<Long, RunningProcess> byPid) {
    RunningProcess ancestor = process;
    for (int steps = 0; steps <= byPid.size(); steps++) {
      RunningProcess parent = byPid.get(ancestor.parent());
      if (parent == null) {
        return ancestor.parent() == 0 && ancestor.pid() != FIRST;
      }
      ancestor = parent;
    }
    return false;
  }
}

package org.seatrial.check.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The programs that run: processes of one executable, each of which was started by another of them,
 * are one program. An init is none. Zombies are left out.
 */
final class Programs {

  private final Map<Long, RunningProcess> processes = new HashMap<>();
  private final List<RunningProcess> first = new ArrayList<>();

  private Programs() {}

  static Programs of(ProcessTable table) {
    Programs programs = new Programs();
    List<RunningProcess> alive =
        table.processes().stream().filter(RunningProcess::isAlive).toList();
    alive.forEach(process -> programs.processes.put(process.pid(), process));
    for (RunningProcess process : alive) {
      if (!ProgramNames.isInit(process) && programs.parentOfSameProgram(process) == null) {
        programs.first.add(process);
      }
    }
    return programs;
  }

  private @Nullable RunningProcess parentOfSameProgram(RunningProcess process) {
    RunningProcess parent = processes.get(process.parent());
    boolean same =
        parent != null
            && parent.pid() != process.pid()
            && parent.executable().isPresent()
            && process.executable().isPresent()
            && parent.program().equals(process.program());
    return same ? parent : null;
  }

  /** Return the first process of each program, by pid. */
  List<RunningProcess> first() {
    return first;
  }

  /** Return the first process of the program that a process belongs to. */
  RunningProcess firstOf(RunningProcess process) {
    RunningProcess at = process;
    // A table that was made up or forged may have a ring: no way up is longer than the table.
    for (int i = 0; i < processes.size(); i++) {
      RunningProcess parent = parentOfSameProgram(at);
      if (parent == null) {
        return at;
      }
      at = parent;
    }
    return at;
  }

  /**
   * Tell whether a process, or one that it descends from, came from outside after the first process
   * had started: by an exec, such as that of a health check.
   */
  boolean isFromOutside(RunningProcess process) {
    RunningProcess at = process;
    // As above: no way up is longer than the table.
    for (int i = 0; i < processes.size(); i++) {
      RunningProcess parent = processes.get(at.parent());
      if (parent == null) {
        return at.parent() == 0 && at.pid() != 1;
      }
      at = parent;
    }
    return false;
  }

  /** Return by whom a process was started, in words. */
  String origin(RunningProcess process) {
    RunningProcess parent = processes.get(process.parent());
    return parent == null
        ? "started from outside"
        : "started by pid " + parent.pid() + " " + parent.program();
  }

  /** Return the parent, if it is a shell. */
  boolean isBelowShell(RunningProcess process) {
    RunningProcess parent = processes.get(process.parent());
    return parent != null && ProgramNames.isShell(parent);
  }
}

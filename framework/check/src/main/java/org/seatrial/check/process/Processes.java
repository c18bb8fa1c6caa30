package org.seatrial.check.process;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.seatrial.check.Described;

/**
 * Those processes that a subject stands for, among all.
 *
 * @param selected by pid, ascending; zombies among them
 * @param table all that there are
 */
public record Processes(List<RunningProcess> selected, ProcessTable table)
    implements Executions, Described {

  /** How many are shown. */
  private static final int SHOWN = 5;

  public Processes {
    selected = List.copyOf(selected);
    requireNonNull(table, "table must not be null");
  }

  /** Return those that still run. */
  public List<RunningProcess> alive() {
    return selected.stream().filter(RunningProcess::isAlive).toList();
  }

  /** Return those that still run: what has ended has no environment. */
  @Override
  public List<? extends Execution> executions() {
    return alive();
  }

  /**
   * Return the process of the application: the first one that runs and is no init ({@code tini},
   * {@code dumb-init}, {@code catatonit}, {@code docker-init}, {@code pause}). Empty when there is
   * none.
   */
  public static Optional<RunningProcess> application(ProcessTable table) {
    return table.processes().stream()
        .filter(process -> process.isAlive() && !ProgramNames.isInit(process))
        .findFirst();
  }

  @Override
  public String label() {
    return selected.isEmpty() ? "no process" : selected.get(0).label();
  }

  @Override
  public String description() {
    String shown =
        selected.stream()
            .limit(SHOWN)
            .map(RunningProcess::description)
            .collect(Collectors.joining("; "));
    return selected.size() > SHOWN
        ? shown + "; … and " + (selected.size() - SHOWN) + " more"
        : shown;
  }
}

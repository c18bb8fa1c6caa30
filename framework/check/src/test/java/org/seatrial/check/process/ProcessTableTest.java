package org.seatrial.check.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessTableTest {

  private static final RunningProcess SERVER = RunningProcess.of(1, 0, "/usr/sbin/nginx");
  private static final RunningProcess WORKER = RunningProcess.of(7, 1, "/usr/sbin/nginx");
  private static final RunningProcess CHECK = RunningProcess.of(30, 0, "/bin/sh");
  private static final RunningProcess ITS_CHILD = RunningProcess.of(31, 30, "/usr/bin/curl");
  private static final RunningProcess ORPHAN = RunningProcess.of(40, 39, "/usr/bin/tail");

  @Test
  void leaves_out_what_came_in_from_outside_and_what_that_started() {
    assertThat(
            new ProcessTable(List.of(SERVER, WORKER, CHECK, ITS_CHILD, ORPHAN)).withoutVisitors())
        .isEqualTo(new ProcessTable(List.of(SERVER, WORKER, ORPHAN)));
  }

  @Test
  void leaves_out_nothing_where_the_first_process_is_not_there() {
    ProcessTable table = new ProcessTable(List.of(WORKER, CHECK, ITS_CHILD));
    assertThat(table.withoutVisitors()).isEqualTo(table);
  }

  @Test
  void ends_where_processes_are_each_others_parents() {
    ProcessTable table =
        new ProcessTable(
            List.of(SERVER, RunningProcess.of(8, 9, "/bin/a"), RunningProcess.of(9, 8, "/bin/b")));
    assertThat(table.withoutVisitors()).isEqualTo(table);
  }
}

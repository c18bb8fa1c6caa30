package org.seatrial.check.process;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.seatrial.check.Answer;
import org.seatrial.check.DerivedRequest;
import org.seatrial.check.Facts;
import org.seatrial.check.Request;

/**
 * Asks for some of the processes. Absent: none is meant.
 *
 * @param kind which ones
 * @param name the name of those that are meant by name
 */
record ProcessSelection(Kind kind, String name) implements DerivedRequest<Processes> {

  enum Kind {
    ALL,
    APPLICATION,
    NAMED
  }

  @Override
  public Set<Request<?>> sources() {
    return Set.of(new ProcessesRequest());
  }

  @Override
  public Answer<Processes> derive(Facts facts) {
    return facts.get(new ProcessesRequest()).then(this::select);
  }

  private Answer<Processes> select(ProcessTable table) {
    List<RunningProcess> selected =
        switch (kind) {
          case ALL -> table.processes();
          case APPLICATION -> Processes.application(table).map(List::of).orElse(List.of());
          case NAMED ->
              table.processes().stream().filter(p -> ProgramNames.match(p, name)).toList();
        };
    if (!selected.isEmpty()) {
      return Answer.known(new Processes(selected, table));
    }
    return unread(table).<Answer<Processes>>map(Answer::unknown).orElseGet(Answer::absent);
  }

  /** Return why nobody can say that there is none. */
  private Optional<String> unread(ProcessTable table) {
    String pids =
        kind == Kind.NAMED
            ? table.processes().stream()
                .filter(process -> ProgramNames.unknown(process, name))
                .map(process -> process.pid() + " (" + process.name() + ")")
                .collect(Collectors.joining(", "))
            : "";
    return pids.isEmpty()
        ? Optional.empty()
        : Optional.of("could not read which file is executed by pid " + pids);
  }
}

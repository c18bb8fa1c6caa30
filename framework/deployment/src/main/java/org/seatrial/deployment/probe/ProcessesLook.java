package org.seatrial.deployment.probe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.seatrial.check.Answer;
import org.seatrial.check.file.FileStatus;
import org.seatrial.check.process.Mount;
import org.seatrial.check.process.ProcessTable;
import org.seatrial.check.process.RunningProcess;

/** Reads {@code /proc} of all processes but those of the probe itself. */
final class ProcessesLook implements Look {

  /** The most bytes of arguments or environment that are read of a process. */
  private static final int MOST = 1 << 20;

  private static final Set<String> NOTHING_HIDDEN = Set.of("hidepid=0", "hidepid=off");

  @Override
  public void ask(Script script, String id) {
    script.expect(128L << 20);
    script.line("processes " + id);
  }

  @Override
  public Reply reply(Heard heard, String id) throws GarbledException {
    Blocks out = heard.out();
    if (out.has(id, "d")) {
      return Reply.unseen("cannot tell what runs: /proc/1 can't be read");
    }
    if (out.has(id, "x")) {
      return Reply.unseen(
          "cannot tell what runs: " + out.require(id, "x").text() + " is not there");
    }
    List<ProcessStatus> all = ProcessStatus.parse(out.require(id, "status").text());
    long me = ProcessStatus.number(out.require(id, "me").text(), 10);
    if (isHidden(out.require(id, "mounts").text(), all, me)) {
      return Reply.unseen("cannot tell what runs: /proc hides the processes of others");
    }
    Map<String, String> executables = executables(heard, id);
    List<RunningProcess> processes = new ArrayList<>();
    for (ProcessStatus status : withoutProbe(all, me)) {
      if (out.has(id, "args." + status.pid()) && out.has(id, "env." + status.pid())) {
        process(out, id, status, executables).ifPresent(processes::add);
      }
    }
    processes.sort(Comparator.comparingLong(RunningProcess::pid));
    return Reply.of(Answer.known(new ProcessTable(processes)));
  }

  /** Return a process; none if it ended while it was looked at. */
  private static Optional<RunningProcess> process(
      Blocks out, String id, ProcessStatus status, Map<String, String> executables)
      throws GarbledException {
    Blocks.Block arguments = out.require(id, "args." + status.pid());
    Blocks.Block environment = out.require(id, "env." + status.pid());
    if (arguments.status() != 0) {
      return Optional.empty();
    }
    if (arguments.size() > MOST) {
      throw new GarbledException("process " + status.pid() + " has too many arguments");
    }
    boolean readable = environment.status() == 0 && environment.size() <= MOST;
    boolean zombie = status.state() == 'Z';
    return Optional.of(
        new RunningProcess(
            status.pid(),
            status.parent(),
            status.state(),
            status.name(),
            Optional.ofNullable(executables.get("/proc/" + status.pid() + "/exe")),
            zombie ? List.of() : words(arguments.text()),
            status.credentials(),
            status.capabilities(),
            status.noNewPrivileges(),
            readable && !zombie ? Optional.of(words(environment.text())) : Optional.empty()));
  }

  /** Cut at each NUL; the one at the end ends the last word, and may be missing. */
  private static List<String> words(String text) {
    if (text.isEmpty()) {
      return List.of();
    }
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int end = text.indexOf('\0'); end >= 0; end = text.indexOf('\0', start)) {
      words.add(text.substring(start, end));
      start = end + 1;
    }
    if (start < text.length()) {
      words.add(text.substring(start));
    }
    return words;
  }

  private static Map<String, String> executables(Heard heard, String id) throws GarbledException {
    Map<String, String> executables = new HashMap<>();
    byte[] said = heard.out().require(id, "exe").bytes();
    for (FileStatus link : StatRecords.parse(said, heard.mark(), "")) {
      link.linkTarget().ifPresent(target -> executables.put(link.path(), target));
    }
    return executables;
  }

  private static List<ProcessStatus> withoutProbe(List<ProcessStatus> all, long me) {
    Map<Long, Long> parents = new HashMap<>();
    all.forEach(status -> parents.put(status.pid(), status.parent()));
    return all.stream().filter(status -> !isBelow(status.pid(), me, parents)).toList();
  }

  private static boolean isBelow(long pid, long ancestor, Map<Long, Long> parents) {
    Set<Long> seen = new HashSet<>();
    Long at = pid;
    while (at != null && seen.add(at)) {
      if (at == ancestor) {
        return true;
      }
      at = parents.get(at);
    }
    return false;
  }

  private static boolean hides(String option) {
    return option.startsWith("hidepid=") && !NOTHING_HIDDEN.contains(option);
  }

  /** Tell whether somebody who is not root looks at a {@code /proc} that hides others (proc(5)). */
  private static boolean isHidden(String mounts, List<ProcessStatus> all, long me)
      throws GarbledException {
    boolean root = all.stream().anyMatch(p -> p.pid() == me && p.credentials().effectiveUid() == 0);
    for (Mount mount : MountLines.parse(mounts).mounts()) {
      boolean hides = mount.options().stream().anyMatch(ProcessesLook::hides);
      if (!root && mount.path().equals("/proc") && hides) {
        return true;
      }
    }
    return false;
  }
}

package org.seatrial.check.process;

import java.util.List;
import java.util.Optional;
import org.seatrial.check.Answer;
import org.seatrial.check.madeup.MadeUpPlace;

/** Made-up processes and places in which they run. */
final class Running {

  /** nginx and its workers, below an init. */
  static final MadeUpPlace NGINX =
      place(
          RunningProcess.of(1, 0, "/usr/bin/tini", "tini", "--", "nginx"),
          RunningProcess.of(7, 1, "/usr/sbin/nginx", "nginx: master process nginx", "-g", "x"),
          RunningProcess.of(8, 7, "/usr/sbin/nginx", "nginx: worker process"));

  private Running() {}

  static MadeUpPlace place(RunningProcess... processes) {
    return MadeUpPlace.empty()
        .answering(new ProcessesRequest(), Answer.known(new ProcessTable(List.of(processes))));
  }

  static RunningProcess as(RunningProcess process, Credentials credentials) {
    return new RunningProcess(
        process.pid(),
        process.parent(),
        process.state(),
        process.name(),
        process.executable(),
        process.arguments(),
        credentials,
        process.capabilities(),
        process.noNewPrivileges(),
        process.environment());
  }

  static RunningProcess confined(
      RunningProcess process, ProcessCapabilities capabilities, boolean noNewPrivileges) {
    return new RunningProcess(
        process.pid(),
        process.parent(),
        process.state(),
        process.name(),
        process.executable(),
        process.arguments(),
        process.credentials(),
        capabilities,
        noNewPrivileges,
        process.environment());
  }

  static RunningProcess with(RunningProcess process, String... environment) {
    return with(process, Optional.of(List.of(environment)));
  }

  static RunningProcess with(RunningProcess process, Optional<List<String>> environment) {
    return new RunningProcess(
        process.pid(),
        process.parent(),
        process.state(),
        process.name(),
        process.executable(),
        process.arguments(),
        process.credentials(),
        process.capabilities(),
        process.noNewPrivileges(),
        environment);
  }

  /** Return a process of which only the kernel's name and the arguments can be read. */
  static RunningProcess unread(
      long pid, long parent, char state, String name, String... arguments) {
    return new RunningProcess(
        pid,
        parent,
        state,
        name,
        Optional.empty(),
        List.of(arguments),
        Credentials.of(1001, 0),
        ProcessCapabilities.NONE,
        false,
        Optional.empty());
  }
}

package org.seatrial.check.process;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.seatrial.check.Answer;
import org.seatrial.check.Answer.Absent;
import org.seatrial.check.Answer.Known;
import org.seatrial.check.Described;
import org.seatrial.check.Evidence;
import org.seatrial.check.Facts;
import org.seatrial.check.Judgement;

/**
 * A process as {@code /proc} shows it (proc(5)).
 *
 * @param pid its id in the PID namespace of the place
 * @param parent the id of its parent; 0 for the first process, and where the parent is outside
 * @param state the state as the kernel abbreviates it: {@code R}, {@code S}, {@code Z} …
 * @param name the kernel's name of it ({@code comm}), at most 15 bytes
 * @param executable the file that it runs ({@code /proc/PID/exe}); empty for a zombie, and where
 *     that could not be read
 * @param arguments its command line, the program first; empty for a zombie
 * @param credentials as whom it runs
 * @param capabilities what it may do beyond that
 * @param noNewPrivileges whether it can gain none ({@code NoNewPrivs:})
 * @param environment {@code NAME=value} as it was started with ({@code /proc/PID/environ}); empty
 *     optional where that could not be read, so never to be taken for an empty environment
 */
public record RunningProcess(
    long pid,
    long parent,
    char state,
    String name,
    Optional<String> executable,
    List<String> arguments,
    Credentials credentials,
    ProcessCapabilities capabilities,
    boolean noNewPrivileges,
    Optional<List<String>> environment)
    implements Execution, Described {

  private static final String DELETED = " (deleted)";

  public RunningProcess {
    requireNonNull(name, "name must not be null");
    requireNonNull(executable, "executable must not be null");
    arguments = List.copyOf(arguments);
    requireNonNull(credentials, "credentials must not be null");
    requireNonNull(capabilities, "capabilities must not be null");
    environment = environment.map(List::copyOf);
  }

  /**
   * Return a process that sleeps, of uid 1001 and gid 0, without capabilities: for made-up facts.
   */
  public static RunningProcess of(long pid, long parent, String executable, String... arguments) {
    return new RunningProcess(
        pid,
        parent,
        'S',
        executable.substring(executable.lastIndexOf('/') + 1),
        Optional.of(executable),
        arguments.length == 0 ? List.of(executable) : List.of(arguments),
        Credentials.of(1001, 0),
        ProcessCapabilities.NONE,
        false,
        Optional.of(List.of()));
  }

  /** Tell whether it still runs: a zombie has ended, and waits for its parent to notice. */
  public boolean isAlive() {
    return state != 'Z' && state != 'X';
  }

  /** Tell whether this is its id. */
  boolean hasPid(long number) {
    return pid == number;
  }

  /** Return the file that it runs, or its kernel's name where that could not be read. */
  public String program() {
    return executable.map(RunningProcess::undeleted).orElse(name);
  }

  /** Return the path without the mark of the kernel that the file is no longer there. */
  private static String undeleted(String path) {
    return path.endsWith(DELETED) ? path.substring(0, path.length() - DELETED.length()) : path;
  }

  /** Return {@link #program()}, by which exceptions name it. */
  @Override
  public String label() {
    return program();
  }

  @Override
  public String description() {
    String whose = "uid " + credentials.effectiveUid() + ", gid " + credentials.effectiveGid();
    return "pid " + pid + " " + program() + (isAlive() ? "" : " (zombie)") + ", " + whose;
  }

  /** Return where it was seen. */
  public Evidence evidence() {
    return Evidence.of("pid", Long.toString(pid));
  }

  @Override
  public Judgement judgeNonRoot(Evidence evidence, Facts facts) {
    return Judgement.of(
        credentials.realUid() != 0 && credentials.effectiveUid() != 0,
        "a user other than root",
        credentials.user() + (credentials.isRoot() ? " (root)" : ""),
        evidence.and(evidence()));
  }

  /** Return the value of the first variable of this name, as the C library finds it. */
  @Override
  public Answer<String> variable(String variable) {
    if (environment.isEmpty()) {
      return Answer.unknown(
          "the environment of pid " + pid + " (" + program() + ") could not be read");
    }
    String start = variable + "=";
    return environment.get().stream()
        .filter(entry -> entry.startsWith(start))
        .findFirst()
        .<Answer<String>>map(entry -> new Known<>(entry.substring(start.length()), evidence()))
        .orElseGet(() -> new Absent<>(evidence()));
  }
}

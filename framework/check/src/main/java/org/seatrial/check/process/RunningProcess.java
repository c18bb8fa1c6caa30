package org.seatrial.check.process;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

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
    Optional<List<String>> environment) {

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
}

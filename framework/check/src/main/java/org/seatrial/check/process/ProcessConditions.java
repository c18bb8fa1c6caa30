package org.seatrial.check.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.seatrial.check.Condition;
import org.seatrial.check.Evidence;
import org.seatrial.check.Finding;
import org.seatrial.check.Judgement;
import org.seatrial.check.Printable;
import org.seatrial.check.file.FileCapabilities;

/**
 * The conditions on processes. To be imported statically; {@link ExecutionConditions} come with
 * them. All are violated when nothing is there. Where a subject stands for several processes, each
 * must keep a condition and none its opposite, unless it says otherwise.
 */
public final class ProcessConditions extends ExecutionConditions {

  private static final String PID_1 =
      "end the start script with exec, or begin with an init such as tini";

  private ProcessConditions() {}

  /** Require that at least one of them runs; a zombie has ended. */
  public static Condition<Processes> run() {
    return Condition.of(
        "run",
        "a process that runs",
        (known, facts) ->
            Judgement.of(
                !known.value().alive().isEmpty(),
                "a process that runs",
                known.value().description(),
                known.evidence()));
  }

  /** Require this user id, real and effective. */
  public static Condition<Processes> runAsUser(long uid) {
    return each(
        "run as uid " + uid,
        "uid " + uid,
        p -> p.credentials().realUid() == uid && p.credentials().effectiveUid() == uid,
        p -> p.credentials().user());
  }

  /** Require this group id, real and effective. */
  public static Condition<Processes> runAsGroup(long gid) {
    return each(
        "run as gid " + gid,
        "gid " + gid,
        p -> p.credentials().realGid() == gid && p.credentials().effectiveGid() == gid,
        p -> p.credentials().group());
  }

  /**
   * Require that no capability is permitted, effective, inheritable or ambient. What is only in the
   * bounding set can't be gained without one of them, or a file that grants it.
   */
  public static Condition<Processes> haveNoCapabilities() {
    return each(
        "have no capabilities",
        "no capabilities",
        p -> sets(p.capabilities()).isEmpty(),
        p -> sets(p.capabilities()).isEmpty() ? "no capabilities" : sets(p.capabilities()));
  }

  /** Return the names in each set that has some; sets of the same names are named together. */
  private static String sets(ProcessCapabilities capabilities) {
    Map<String, Long> sets = new LinkedHashMap<>();
    sets.put("permitted", capabilities.permitted());
    sets.put("effective", capabilities.effective());
    sets.put("inheritable", capabilities.inheritable());
    sets.put("ambient", capabilities.ambient());
    Map<Long, String> named = new LinkedHashMap<>();
    sets.forEach((set, bits) -> named.merge(bits, set, (a, b) -> a + " and " + b));
    named.remove(0L);
    return named.entrySet().stream()
        .map(e -> e.getValue() + " " + String.join(",", FileCapabilities.names(e.getKey())))
        .collect(Collectors.joining("; "));
  }

  /** Require that it can gain no privilege by executing a file: {@code no_new_privs} is set. */
  public static Condition<Processes> haveNoNewPrivileges() {
    return each(
        "have no new privileges",
        "no_new_privs set",
        RunningProcess::noNewPrivileges,
        p -> "no_new_privs " + (p.noNewPrivileges() ? "set" : "not set"));
  }

  /** Require that one of them was given this argument, the program's name aside. */
  public static Condition<Processes> haveArgument(String argument) {
    String expected = "argument " + Printable.quoted(argument);
    return one(
        "have " + expected,
        expected,
        p -> p.arguments().stream().skip(1).anyMatch(argument::equals));
  }

  /** Require that one of them has exactly this command line, the program first. */
  public static Condition<Processes> haveArguments(String... arguments) {
    List<String> wanted = List.of(arguments);
    String expected = "arguments " + wanted.stream().map(Printable::quoted).toList();
    return one("have " + expected, expected, p -> p.arguments().equals(wanted));
  }

  /**
   * Require so many processes; zombies do not count.
   *
   * @throws IllegalArgumentException when it is less than 1: say that nothing should run by {@code
   *     notExist()}
   */
  public static Condition<Processes> haveCount(int count) {
    return count("have count " + positive(count), "count " + count, actual -> actual == count);
  }

  /** Require at least so many processes; see {@link #haveCount}. */
  public static Condition<Processes> haveCountAtLeast(int count) {
    String expected = "count at least " + positive(count);
    return count("have " + expected, expected, actual -> actual >= count);
  }

  /** Require that none of them has ended without its parent noticing. */
  public static Condition<Processes> haveNoZombies() {
    return Condition.of(
        "have no zombies",
        "no zombie",
        (known, facts) -> {
          List<Finding> zombies =
              known.value().selected().stream()
                  .filter(process -> !process.isAlive())
                  .map(process -> zombie(process, known.evidence()))
                  .toList();
          return zombies.isEmpty()
              ? Judgement.holds(known.value().description(), known.evidence())
              : new Judgement.Violated(zombies);
        });
  }

  private static Finding zombie(RunningProcess process, Evidence evidence) {
    String actual = "zombie of pid " + process.parent() + ", which does not reap it";
    return Finding.of("no zombie", actual, evidence.and(process.evidence())).about(process.label());
  }

  /**
   * Require that no other program runs: {@code process("postgres").should(beTheOnlyProgram())}. The
   * processes of one executable that were started by one another are one program, and an init is
   * none. What came from outside while the program ran is left out, such as a health check. Each
   * other program is a finding, named by its executable, so that companions can be allowed: {@code
   * allow("/usr/bin/repmgrd").because("…")}.
   */
  public static Condition<Processes> beTheOnlyProgram() {
    return Condition.of(
        "be the only program",
        "no other program",
        (known, facts) -> onlyProgram(known.value(), known.evidence()));
  }

  private static Judgement onlyProgram(Processes processes, Evidence evidence) {
    if (processes.alive().isEmpty()) {
      return Judgement.violated(
          Finding.of("a process that runs", processes.description(), evidence));
    }
    Programs programs = Programs.of(processes.table());
    RunningProcess chosen =
        processes.alive().stream()
            .filter(process -> !ProgramNames.isInit(process))
            .findFirst()
            .orElse(processes.alive().get(0));
    RunningProcess own = programs.firstOf(chosen);
    // Where processes are shared with other containers, the program itself comes from outside.
    boolean shared = programs.isFromOutside(own);
    List<RunningProcess> others =
        programs.first().stream()
            .filter(process -> process.pid() != own.pid())
            .filter(process -> shared || !programs.isFromOutside(process))
            .toList();
    List<Finding> findings = new ArrayList<>();
    for (RunningProcess other : others) {
      if (other.executable().isPresent()) {
        String actual = other.description() + ", " + programs.origin(other);
        Finding finding =
            Finding.of("no program but " + own.program(), actual, evidence.and(other.evidence()));
        String remedy = "start it by exec";
        findings.add(
            (programs.isBelowShell(other) ? finding.perhaps(remedy) : finding)
                .about(other.label()));
      }
    }
    if (!findings.isEmpty()) {
      return new Judgement.Violated(findings);
    }
    return others.isEmpty()
        ? Judgement.holds(own.description(), evidence.and(own.evidence()))
        : unread(others.get(0));
  }

  private static Judgement unread(RunningProcess process) {
    return Judgement.undetermined(
        "could not read which file is executed by pid "
            + process.pid()
            + " ("
            + process.name()
            + ")");
  }

  /**
   * Require that pid 1 is the program itself or an init, not a shell that has started it: such a
   * shell swallows the signals by which it should stop, and reaps nothing else. A shell without
   * children holds.
   */
  public static Condition<Processes> haveNoShellAsPid1() {
    String expected = "the program or an init as pid 1";
    return Condition.of(
        "have no shell as pid 1",
        expected,
        (known, facts) -> {
          List<RunningProcess> all = known.value().table().processes();
          RunningProcess first = all.stream().filter(p -> p.pid() == 1).findFirst().orElse(null);
          if (first == null) {
            return Judgement.undetermined("pid 1 is not among the processes that can be seen");
          }
          List<RunningProcess> children = all.stream().filter(p -> p.parent() == 1).toList();
          String actual = first.description();
          Evidence evidence = known.evidence().and(first.evidence());
          return ProgramNames.isShell(first) && !children.isEmpty()
              ? Judgement.violated(
                  Finding.of(
                          expected,
                          actual + ", which started " + children.get(0).description(),
                          evidence)
                      .about(first.label())
                      .perhaps(PID_1))
              : Judgement.holds(actual, evidence);
        });
  }

  private static Condition<Processes> each(
      String phrase,
      String expected,
      Predicate<RunningProcess> wanted,
      Function<RunningProcess, String> actual) {
    return Condition.ofAll(
        Processes::selected,
        Condition.of(
            phrase,
            expected,
            (known, facts) ->
                Judgement.of(
                    wanted.test(known.value()),
                    expected,
                    actual.apply(known.value()),
                    known.evidence().and(known.value().evidence()))));
  }

  /** Return a condition that one process decides by what it was started with. */
  private static Condition<Processes> one(
      String phrase, String expected, Predicate<RunningProcess> wanted) {
    return Condition.of(
        phrase,
        expected,
        (known, facts) -> {
          List<RunningProcess> alive = known.value().alive();
          if (alive.isEmpty()) {
            return Judgement.violated(
                Finding.of(expected, known.value().description(), known.evidence()));
          }
          RunningProcess shown = alive.stream().filter(wanted).findFirst().orElse(alive.get(0));
          String more = alive.size() == 1 ? "" : ", and " + (alive.size() - 1) + " more";
          return Judgement.of(
              wanted.test(shown),
              expected,
              "arguments "
                  + SecretNames.commandLine(shown.arguments())
                  + (wanted.test(shown) ? "" : more),
              known.evidence().and(shown.evidence()));
        });
  }

  private static Condition<Processes> count(String phrase, String expected, IntPredicate wanted) {
    return Condition.of(
        phrase,
        expected,
        (known, facts) -> {
          int actual = known.value().alive().size();
          return Judgement.of(
              wanted.test(actual),
              expected,
              "count " + actual + ": " + known.value().description(),
              known.evidence());
        });
  }

  private static int positive(int count) {
    if (count < 1) {
      throw new IllegalArgumentException(
          "count must be at least 1, but was " + count + ": say notExist() for none");
    }
    return count;
  }
}

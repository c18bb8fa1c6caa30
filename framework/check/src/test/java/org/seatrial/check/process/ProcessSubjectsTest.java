package org.seatrial.check.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.seatrial.check.Conditions.exist;
import static org.seatrial.check.Conditions.not;
import static org.seatrial.check.Conditions.notExist;
import static org.seatrial.check.process.ProcessConditions.beTheOnlyProgram;
import static org.seatrial.check.process.ProcessConditions.haveCount;
import static org.seatrial.check.process.ProcessConditions.haveNoShellAsPid1;
import static org.seatrial.check.process.ProcessConditions.haveVariable;
import static org.seatrial.check.process.ProcessConditions.runAsUser;
import static org.seatrial.check.process.ProcessSubjects.applicationProcess;
import static org.seatrial.check.process.ProcessSubjects.process;
import static org.seatrial.check.process.ProcessSubjects.processes;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seatrial.check.Check;
import org.seatrial.check.Finding;
import org.seatrial.check.Inspection;
import org.seatrial.check.Outcome;
import org.seatrial.check.Place;
import org.seatrial.check.Verdict;

/** Which processes are meant, and what becomes of conditions where some differ. */
class ProcessSubjectsTest {

  private static final RunningProcess SCRIPT =
      new RunningProcess(
          7,
          1,
          'S',
          "a-very-long-pro",
          Optional.of("/usr/bin/python3.11 (deleted)"),
          List.of("/opt/shop/a-very-long-program", "serve"),
          Credentials.of(1001, 0),
          ProcessCapabilities.NONE,
          false,
          Optional.of(List.of()));

  private static Verdict verdict(Place place, Check check) {
    return Inspection.of(place).verdicts(List.of(check)).get(0);
  }

  private static Outcome outcome(Place place, Check check) {
    return verdict(place, check).outcome();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a-very-long-program", "a-very-long-pro", "python3.11", "/usr/bin/python3.11"})
  void a_process_is_known_by_each_of_its_names(String name) {
    assertThat(outcome(Running.place(SCRIPT), process(name).should(exist())))
        .isEqualTo(Outcome.PASSED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a-very-long-process", "python3", "/opt/shop/a-very-long-program", "serve"})
  void a_process_is_known_by_no_other_name(String name) {
    assertThat(outcome(Running.place(SCRIPT), process(name).should(notExist())))
        .isEqualTo(Outcome.PASSED);
  }

  @Test
  void a_title_is_no_name_after_its_first_word() {
    RunningProcess titled =
        RunningProcess.of(7, 1, "/usr/sbin/sshd", "sshd: /usr/bin/postgres [listener]");
    assertThat(outcome(Running.place(titled), process("postgres").should(notExist())))
        .isEqualTo(Outcome.PASSED);
  }

  @Test
  void a_zombie_is_known_by_what_the_kernel_kept_of_its_name() {
    Place place = Running.place(Running.unread(7, 1, 'Z', "a-very-long-pro"));
    assertThat(outcome(place, process("a-very-long-program").should(exist())))
        .isEqualTo(Outcome.PASSED);
  }

  @Test
  void nobody_says_that_a_path_is_not_executed_where_one_could_not_be_read() {
    Place place = Running.place(Running.unread(7, 1, 'S', "nginx", "nginx"));
    assertThat(verdict(place, process("/usr/sbin/nginx").should(notExist())).message())
        .startsWith(
            "could not determine whether process /usr/sbin/nginx should not exist: could not read"
                + " which file is executed by pid 7 (nginx)");
    assertThat(outcome(place, process("nginx").should(exist()))).isEqualTo(Outcome.PASSED);
  }

  @Test
  void the_application_is_the_first_process_that_is_no_init() {
    assertThat(verdict(Running.NGINX, applicationProcess().should(not(exist()))).findings())
        .extracting(Finding::actual)
        .containsExactly("pid 7 /usr/sbin/nginx, uid 1001, gid 0");
    Place idle = Running.place(RunningProcess.of(1, 0, "/usr/libexec/podman/catatonit"));
    assertThat(outcome(idle, applicationProcess().should(notExist()))).isEqualTo(Outcome.PASSED);
  }

  @Test
  void what_holds_for_some_only_violates_a_condition_and_its_opposite() {
    RunningProcess master = RunningProcess.of(7, 1, "/usr/sbin/nginx");
    Place place =
        Running.place(
            Running.as(master, Credentials.of(0, 0)), RunningProcess.of(8, 7, "/usr/sbin/nginx"));
    assertThat(outcome(place, process("nginx").should(runAsUser(0)))).isEqualTo(Outcome.FAILED);
    assertThat(outcome(place, process("nginx").should(not(runAsUser(0)))))
        .isEqualTo(Outcome.FAILED);
    assertThat(outcome(place, process("nginx").should(not(runAsUser(5)))))
        .isEqualTo(Outcome.PASSED);
  }

  @Test
  void an_environment_that_can_not_be_read_is_undetermined_unless_another_decides() {
    RunningProcess closed =
        Running.with(RunningProcess.of(7, 1, "/usr/sbin/nginx"), Optional.empty());
    RunningProcess open = RunningProcess.of(8, 7, "/usr/sbin/nginx");
    Check check = process("nginx").should(haveVariable("LANG"));
    assertThat(verdict(Running.place(closed), check).message())
        .contains("the environment of pid 7 (/usr/sbin/nginx) could not be read");
    assertThat(outcome(Running.place(closed), check)).isEqualTo(Outcome.UNDETERMINED);
    assertThat(outcome(Running.place(closed, open), check)).isEqualTo(Outcome.FAILED);
  }

  @Test
  void a_companion_is_allowed_by_its_executable() {
    Place place =
        Running.place(
            RunningProcess.of(1, 0, "/usr/bin/postgres"),
            RunningProcess.of(9, 1, "/usr/bin/repmgrd"));
    Check strict = process("postgres").should(beTheOnlyProgram());
    assertThat(outcome(place, strict)).isEqualTo(Outcome.FAILED);
    assertThat(outcome(place, strict.allow("/usr/bin/repmgrd").because("it replicates")))
        .isEqualTo(Outcome.PASSED);
  }

  @Test
  void a_second_process_of_one_executable_that_the_first_did_not_start_is_another_program() {
    Place place =
        Running.place(
            RunningProcess.of(1, 0, "/usr/bin/tini"),
            RunningProcess.of(7, 1, "/usr/bin/node"),
            RunningProcess.of(8, 1, "/usr/bin/node"));
    assertThat(verdict(place, process("node").should(beTheOnlyProgram())).findings())
        .extracting(Finding::actual)
        .containsExactly("pid 8 /usr/bin/node, uid 1001, gid 0, started by pid 1 /usr/bin/tini");
  }

  @Test
  void a_program_below_a_shell_is_advised_to_replace_it() {
    Place place =
        Running.place(
            RunningProcess.of(1, 0, "/bin/bash", "bash", "start.sh"),
            RunningProcess.of(7, 1, "/usr/bin/node"));
    assertThat(verdict(place, applicationProcess().should(beTheOnlyProgram())).findings())
        .extracting(Finding::about, Finding::remedy)
        .containsExactly(tuple("/usr/bin/node", "start it by exec"));
  }

  @Test
  void nobody_says_what_a_process_is_whose_executable_could_not_be_read() {
    Place place =
        Running.place(
            RunningProcess.of(1, 0, "/usr/bin/node"), Running.unread(7, 1, 'S', "node", "node"));
    assertThat(outcome(place, process("node").should(beTheOnlyProgram())))
        .isEqualTo(Outcome.UNDETERMINED);
  }

  @Test
  void processes_that_are_each_other_s_parents_do_not_hold_up_the_check() {
    Place place =
        Running.place(
            RunningProcess.of(7, 8, "/usr/bin/node"), RunningProcess.of(8, 7, "/usr/bin/node"));
    assertThat(outcome(place, process("node").should(beTheOnlyProgram())))
        .isEqualTo(Outcome.PASSED);
  }

  @Test
  void a_shell_of_busybox_is_a_shell_and_one_without_children_holds() {
    RunningProcess shell =
        new RunningProcess(
            1,
            0,
            'S',
            "sh",
            Optional.of("/bin/busybox"),
            List.of("/bin/sh", "/start.sh"),
            Credentials.of(1001, 0),
            ProcessCapabilities.NONE,
            false,
            Optional.empty());
    Check check = processes().should(haveNoShellAsPid1());
    assertThat(outcome(Running.place(shell), check)).isEqualTo(Outcome.PASSED);
    assertThat(outcome(Running.place(shell, RunningProcess.of(7, 1, "/bin/app")), check))
        .isEqualTo(Outcome.FAILED);
    assertThat(outcome(Running.place(RunningProcess.of(7, 0, "/bin/app")), check))
        .isEqualTo(Outcome.UNDETERMINED);
  }

  @Test
  void nothing_is_not_counted_and_nobody_is_nameless() {
    assertThatThrownBy(() -> haveCount(0))
        .hasMessage("count must be at least 1, but was 0: say notExist() for none");
    assertThatThrownBy(() -> process(" "))
        .hasMessage("name of a process must not be empty, but was \" \"");
  }

  @Test
  void what_came_from_outside_such_as_a_health_check_is_no_other_program() {
    Place checked =
        Running.place(
            RunningProcess.of(1, 0, "/usr/sbin/nginx"),
            RunningProcess.of(40, 0, "/usr/bin/bash"),
            RunningProcess.of(41, 40, "/usr/bin/curl"));
    assertThat(outcome(checked, process("nginx").should(beTheOnlyProgram())))
        .isEqualTo(Outcome.PASSED);
  }

  @Test
  void what_the_program_started_and_left_behind_is_another_program() {
    Place daemon =
        Running.place(
            RunningProcess.of(1, 0, "/usr/sbin/nginx"), RunningProcess.of(40, 1, "/usr/bin/bash"));
    assertThat(outcome(daemon, process("nginx").should(beTheOnlyProgram())))
        .isEqualTo(Outcome.FAILED);
  }

  @Test
  void where_containers_share_their_processes_the_programs_of_all_are_seen() {
    Place shared =
        Running.place(
            RunningProcess.of(1, 0, "/pause"),
            RunningProcess.of(7, 0, "/usr/sbin/nginx"),
            RunningProcess.of(9, 0, "/usr/bin/envoy"));
    assertThat(verdict(shared, process("nginx").should(beTheOnlyProgram())).findings())
        .extracting(Finding::about, Finding::actual)
        .containsExactly(
            tuple("/usr/bin/envoy", "pid 9 /usr/bin/envoy, uid 1001, gid 0, started from outside"));
  }
}

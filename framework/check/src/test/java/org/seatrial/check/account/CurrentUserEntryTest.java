package org.seatrial.check.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.seatrial.check.Conditions.not;
import static org.seatrial.check.account.AccountConditions.currentUser;
import static org.seatrial.check.account.AccountConditions.haveEntryFor;
import static org.seatrial.check.account.AccountSubjects.passwd;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.seatrial.check.Answer;
import org.seatrial.check.Condition;
import org.seatrial.check.Outcome;
import org.seatrial.check.Verdict;
import org.seatrial.check.contract.ConditionContract;
import org.seatrial.check.contract.ConditionExample;
import org.seatrial.check.file.FileStatus;
import org.seatrial.check.file.ReadRequest;

/** Whether the user of the application has an entry, by which way, and where the chain breaks. */
class CurrentUserEntryTest {

  @Nested
  class ThroughNssWrapper extends ConditionContract<Accounts> {
    @Override
    protected ConditionExample<Accounts> example() {
      return ConditionExample.of(
              passwd(),
              haveEntryFor(currentUser()).throughNssWrapper(),
              "have an entry for the current user through nss_wrapper")
          .holdsIn(Wrapped.GOOD.place())
          .isViolatedIn(
              Wrapped.GOOD.without("LD_PRELOAD").place(),
              """
              passwd should have an entry for the current user through nss_wrapper   → FAILED (1 finding) in made-up place
                expected:  an entry for the current user through nss_wrapper
                but was:   LD_PRELOAD is not set
                evidence:  pid 7
              """)
          .negated(
              """
              passwd should not have an entry for the current user through nss_wrapper   → FAILED (1 finding) in made-up place
                expected:  not to have an entry for the current user through nss_wrapper
                but was:   through nss_wrapper: /usr/lib/libnss_wrapper.so is mapped, default, uid 1000680042, gid 0, home /srv, shell /bin/sh in /tmp/passwd
                evidence:  pid 7
              """)
          .absent(
              """
              passwd should have an entry for the current user through nss_wrapper   → FAILED (1 finding) in made-up place
                expected:  an entry for the current user through nss_wrapper
                but was:   LD_PRELOAD is not set
                evidence:  pid 7
              """)
          .absentIn(Wrapped.GOOD.without("LD_PRELOAD").placeWithoutPasswd());
    }
  }

  @Nested
  class InPasswdFile extends ConditionContract<Accounts> {
    @Override
    protected ConditionExample<Accounts> example() {
      return ConditionExample.of(
              passwd(),
              haveEntryFor(currentUser()).inPasswdFile(),
              "have an entry for the current user in the passwd file")
          .holdsIn(Wrapped.GOOD.place().with("/etc/passwd", Wrapped.ENTRY))
          .isViolatedIn(
              Wrapped.GOOD.place(),
              """
              passwd should have an entry for the current user in the passwd file   → FAILED (1 finding) in made-up place
                expected:  an entry for the current user in the passwd file
                but was:   no entry for uid 1000680042 in /etc/passwd
                evidence:  pid 7
              """)
          .negated(
              """
              passwd should not have an entry for the current user in the passwd file   → FAILED (1 finding) in made-up place
                expected:  not to have an entry for the current user in the passwd file
                but was:   default, uid 1000680042, gid 0, home /srv, shell /bin/sh in /etc/passwd, which the process may not write (mode 0644, owner 0:0), so it came with the place
                evidence:  pid 7
              """)
          .absent(
              """
              passwd should have an entry for the current user in the passwd file   → FAILED (1 finding) in made-up place
                expected:  an entry for the current user in the passwd file
                but was:   no entry for uid 1000680042 in /etc/passwd
                evidence:  pid 7
              """)
          .absentIn(Wrapped.GOOD.placeWithoutPasswd());
    }
  }

  @Nested
  class ByAnyWay extends ConditionContract<Accounts> {
    @Override
    protected ConditionExample<Accounts> example() {
      return ConditionExample.of(
              passwd(), haveEntryFor(currentUser()), "have an entry for the current user")
          .holdsIn(
              Wrapped.NONE
                  .place()
                  .with(FileStatus.regular("/etc/passwd").withMode("0664"), Wrapped.ENTRY))
          .isViolatedIn(
              Wrapped.NONE.place(),
              """
              passwd should have an entry for the current user   → FAILED (1 finding) in made-up place
                expected:  an entry for the current user
                but was:   no entry for uid 1000680042 in /etc/passwd; and not through nss_wrapper: LD_PRELOAD is not set; NSS_WRAPPER_PASSWD is not set; NSS_WRAPPER_GROUP is not set
                evidence:  pid 7
              """)
          .negated(
              """
              passwd should not have an entry for the current user   → FAILED (1 finding) in made-up place
                expected:  not to have an entry for the current user
                but was:   default, uid 1000680042, gid 0, home /srv, shell /bin/sh in /etc/passwd, which the process may write (mode 0664, owner 0:0), so it may have been written at start
                evidence:  pid 7
              """)
          .absent(
              """
              passwd should have an entry for the current user   → FAILED (1 finding) in made-up place
                expected:  an entry for the current user
                but was:   no entry for uid 1000680042 in /etc/passwd; and not through nss_wrapper: LD_PRELOAD is not set; NSS_WRAPPER_PASSWD is not set; NSS_WRAPPER_GROUP is not set
                evidence:  pid 7
              """)
          .absentIn(Wrapped.NONE.placeWithoutPasswd());
    }
  }

  private static void assertBroken(Wrapped wrapped, String link) {
    Verdict verdict = wrapped.verdict(haveEntryFor(currentUser()).throughNssWrapper());
    assertThat(verdict.outcome()).as(verdict.message()).isEqualTo(Outcome.FAILED);
    assertThat(verdict.findings().get(0).actual()).isEqualTo(link);
    assertThat(wrapped.verdict(not(haveEntryFor(currentUser()).throughNssWrapper())).outcome())
        .isEqualTo(Outcome.PASSED);
  }

  @Test
  void each_link_of_the_chain_is_named_when_it_breaks() {
    assertBroken(
        Wrapped.GOOD.with("LD_PRELOAD", "/usr/lib/libjemalloc.so"),
        "LD_PRELOAD=/usr/lib/libjemalloc.so names no libnss_wrapper.so");
    assertBroken(
        Wrapped.GOOD.with("LD_PRELOAD", "/opt/libnss_wrapper.so"),
        "LD_PRELOAD names /opt/libnss_wrapper.so, which is not there");
    assertBroken(
        Wrapped.GOOD.mapping("/usr/lib/libc.so.6"),
        "/usr/lib/libnss_wrapper.so is preloaded, but is not mapped in /proc/7/maps");
    assertBroken(Wrapped.GOOD.without("NSS_WRAPPER_PASSWD"), "NSS_WRAPPER_PASSWD is not set");
    assertBroken(
        Wrapped.GOOD.with("NSS_WRAPPER_PASSWD", "/tmp/gone"),
        "NSS_WRAPPER_PASSWD names /tmp/gone, which is not there");
    assertBroken(Wrapped.GOOD.with("NSS_WRAPPER_GROUP", ""), "NSS_WRAPPER_GROUP is not set");
    assertBroken(
        Wrapped.GOOD.with("NSS_WRAPPER_GROUP", "/tmp/gone"),
        "NSS_WRAPPER_GROUP names /tmp/gone, which is not there");
    assertBroken(
        Wrapped.GOOD.wrapping("root:x:0:0::/root:/bin/sh\n"),
        "/tmp/passwd has no entry for uid 1000680042");
    assertBroken(
        Wrapped.GOOD.wrapping("default:x:1000680042:0:/srv:/bin/sh\n"),
        "/tmp/passwd has no entry for uid 1000680042; its line 1:"
            + " default:x:1000680042:0:/srv:/bin/sh is no entry of seven fields");
  }

  @Test
  void several_preloaded_libraries_and_one_without_a_folder_are_understood() {
    for (String value :
        new String[] {
          "libjemalloc.so:libnss_wrapper.so", "/usr/$LIB/libnss_wrapper.so.0 /usr/lib/x.so"
        }) {
      Verdict verdict =
          Wrapped.GOOD
              .with("LD_PRELOAD", value)
              .mapping("/usr/lib/x86_64-linux-gnu/libnss_wrapper.so.0.3.1")
              .verdict(haveEntryFor(currentUser()).throughNssWrapper());
      assertThat(verdict.outcome()).as(verdict.message()).isEqualTo(Outcome.PASSED);
    }
  }

  @Test
  void a_broken_link_decides_though_nobody_could_look_at_another() {
    Verdict verdict =
        Wrapped.GOOD
            .with("NSS_WRAPPER_PASSWD", "/tmp/gone")
            .verdictIn(
                place -> place.answering(ReadRequest.of("/proc/7/maps"), Answer.unknown("hidden")),
                haveEntryFor(currentUser()).throughNssWrapper());
    assertThat(verdict.outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void an_environment_that_can_not_be_read_is_undetermined() {
    for (Condition<Accounts> condition :
        List.of(haveEntryFor(currentUser()).throughNssWrapper(), haveEntryFor(currentUser()))) {
      assertThat(Wrapped.UNREAD.verdict(condition).message())
          .startsWith("could not determine whether passwd should " + condition.phrase() + ": ")
          .contains("the environment of pid 7 (/srv/shop) could not be read");
    }
  }

  @Test
  void a_relative_path_can_not_be_found() {
    assertThat(
            Wrapped.GOOD
                .with("NSS_WRAPPER_PASSWD", "passwd")
                .verdict(haveEntryFor(currentUser()).throughNssWrapper())
                .message())
        .contains("NSS_WRAPPER_PASSWD=passwd is no absolute path, and can't be found");
  }

  @Test
  void an_entry_in_the_file_decides_though_the_wrapper_could_not_be_looked_at() {
    Verdict verdict =
        Wrapped.UNREAD.verdictIn(
            place -> place.with("/etc/passwd", Wrapped.ENTRY), haveEntryFor(currentUser()));
    assertThat(verdict.outcome()).as(verdict.message()).isEqualTo(Outcome.PASSED);
  }

  @Test
  void a_place_in_which_only_an_init_runs_has_no_current_user() {
    assertThat(Wrapped.IDLE.verdict(haveEntryFor(currentUser())).message())
        .contains("no process of an application can be seen");
  }

  @Test
  void the_whole_chain_costs_two_looks() {
    assertThat(Wrapped.GOOD.rounds(haveEntryFor(currentUser()))).isEqualTo(2);
  }
}

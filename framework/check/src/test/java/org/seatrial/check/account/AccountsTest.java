package org.seatrial.check.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.seatrial.check.Conditions.each;
import static org.seatrial.check.Conditions.exist;
import static org.seatrial.check.account.AccountConditions.beInGroup;
import static org.seatrial.check.account.AccountConditions.beOwnedBy;
import static org.seatrial.check.account.AccountConditions.haveShell;
import static org.seatrial.check.account.AccountConditions.haveUid;
import static org.seatrial.check.account.AccountSubjects.group;
import static org.seatrial.check.account.AccountSubjects.user;
import static org.seatrial.check.file.FileSubjects.files;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seatrial.check.Check;
import org.seatrial.check.Inspection;
import org.seatrial.check.InspectionException;
import org.seatrial.check.Outcome;
import org.seatrial.check.Verdict;
import org.seatrial.check.file.FileStatus;
import org.seatrial.check.madeup.MadeUpPlace;

/** passwd and group, honest and hostile. */
class AccountsTest {

  private static final String ROOT = "root:x:0:0:root:/root:/bin/bash\n";

  private static Verdict verdict(MadeUpPlace place, Check check) {
    return Inspection.of(place).verdicts(List.of(check)).get(0);
  }

  private static Outcome outcome(String passwd, String group, Check check) {
    return verdict(MadeUpPlace.empty().with("/etc/passwd", passwd).with("/etc/group", group), check)
        .outcome();
  }

  @Test
  void reads_users_and_the_groups_that_they_are_in() {
    Accounts accounts =
        Accounts.parse(
            ROOT + "app:*:1001:0:App, the,,:/srv:\n",
            "wheel:x:10:app,root,app\nroot:x:0:\nx:x:5\n");
    assertThat(accounts.users())
        .containsExactly(
            new User("root", "x", 0, 0, "root", "/root", "/bin/bash", List.of("root", "wheel")),
            new User("app", "*", 1001, 0, "App, the,,", "/srv", "", List.of("root", "wheel")));
    assertThat(accounts.groups())
        .containsExactly(
            new Group("wheel", 10, List.of("app", "root", "app")),
            new Group("root", 0, List.of()),
            new Group("x", 5, List.of()));
    assertThat(accounts.malformed()).isEmpty();
    assertThat(accounts.description()).isEqualTo("2 users, 3 groups");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bad:x:1",
        "bad",
        "bad:x:1:1::/",
        "bad:x:1:1::/:/bin/sh:more",
        ":x:1:1::/:",
        "bad:x::1::/:",
        "bad:x:-1:1::/:",
        "bad:x:1:x::/:",
        "bad:x:0x1:1::/:",
        "bad:x: 1:1::/:",
        "bad:x:١:1::/:",
        "bad:x:99999999999:1::/:",
        "+bad:x:1:1::/:",
        "+",
        "-bad:x:1:1::/:",
        "+@admins::::::"
      })
  void keeps_apart_what_the_c_library_skips(String line) {
    Accounts accounts = Accounts.parse(line + "\n" + ROOT, "");
    assertThat(accounts.users()).extracting(User::name).containsExactly("root");
    assertThat(accounts.malformed()).containsExactly("/etc/passwd line 1: " + line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"bad:x", "bad:x:", "bad:x:y:", ":x:1:", "bad:x:1:a:b", "+:::", "-bad:x:1:"})
  void keeps_malformed_groups_apart(String line) {
    Accounts accounts = Accounts.parse(ROOT, "root:x:0:\n" + line);
    assertThat(accounts.groups()).extracting(Group::name).containsExactly("root");
    assertThat(accounts.malformed()).containsExactly("/etc/group line 2: " + line);
  }

  @Test
  void skips_comments_and_empty_lines() {
    Accounts accounts = Accounts.parse("\n# nobody:x:1:1::/:\n  \n" + ROOT, "");
    assertThat(accounts.users()).hasSize(1);
    assertThat(accounts.malformed()).isEmpty();
  }

  @Test
  void takes_a_carriage_return_for_a_part_of_the_last_field_as_the_c_library_does() {
    Verdict verdict =
        verdict(
            MadeUpPlace.empty().with("/etc/passwd", ROOT.replace("\n", "\r\n")),
            user("root").should(haveShell("/bin/bash")));
    assertThat(verdict.findings())
        .extracting(finding -> finding.actual())
        .containsExactly("shell /bin/bash\r");
    assertThat(verdict.message()).contains("but was:   shell /bin/bash\\r\n");
  }

  @Test
  void finds_the_first_of_the_same_name_or_number() {
    String passwd = ROOT + "toor:x:0:0::/:\nroot:x:7:7::/:\n";
    Accounts accounts = Accounts.parse(passwd, "a:x:1:\nb:x:1:\na:x:2:\n");
    assertThat(accounts.user("root").orElseThrow().uid()).isZero();
    assertThat(accounts.user(0).orElseThrow().name()).isEqualTo("root");
    assertThat(accounts.user(7).orElseThrow().name()).isEqualTo("root");
    assertThat(accounts.group(1).orElseThrow().name()).isEqualTo("a");
    assertThat(accounts.group("a").orElseThrow().gid()).isEqualTo(1);
    assertThat(accounts.user("nobody")).isEmpty();
    assertThat(accounts.group(9)).isEmpty();
    assertThat(outcome(passwd, "", user("root").should(haveUid(0)))).isEqualTo(Outcome.PASSED);
    assertThat(outcome(passwd, "", user(7).should(haveUid(7)))).isEqualTo(Outcome.PASSED);
  }

  @Test
  void takes_a_number_for_a_name_first() {
    String passwd = "7:x:1001:0::/:\nseven:x:7:0::/:\n";
    assertThat(outcome(passwd, "", user("7").should(haveUid(1001)))).isEqualTo(Outcome.PASSED);
    assertThat(outcome(passwd, "", user("07").should(exist()))).isEqualTo(Outcome.FAILED);
    assertThat(outcome(passwd, "12:x:5:\n", group("5").should(exist()))).isEqualTo(Outcome.PASSED);
  }

  @Test
  void does_without_a_group_file_but_not_without_passwd() {
    MadeUpPlace alone = MadeUpPlace.empty().with("/etc/passwd", ROOT);
    assertThat(verdict(alone, user("root").should(exist())).outcome()).isEqualTo(Outcome.PASSED);
    assertThat(verdict(alone, group("root").should(exist())).outcome()).isEqualTo(Outcome.FAILED);
    assertThat(verdict(alone, user("root").should(beInGroup("root"))).findings())
        .extracting(finding -> finding.actual())
        .containsExactly("no group that has a name");
    MadeUpPlace none = MadeUpPlace.empty().with("/etc/group", "root:x:0:\n");
    assertThat(verdict(none, user("root").should(exist())).outcome()).isEqualTo(Outcome.FAILED);
    assertThat(verdict(none, group("root").should(exist())).outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void shows_the_number_of_an_owner_without_a_name() {
    MadeUpPlace place = MadeUpPlace.empty().with(FileStatus.regular("/srv/a").withOwner(1001, 7));
    assertThat(verdict(place, files("/srv/*").should(each(beOwnedBy("app", "0")))).findings())
        .extracting(finding -> finding.actual())
        .containsExactly("owner 1001:7 (1001:7)");
    assertThat(verdict(place, files("/srv/*").should(each(beOwnedBy("1001", "7")))).outcome())
        .isEqualTo(Outcome.PASSED);
  }

  @Test
  void refuses_a_million_lines_in_a_bounded_time() {
    String million = "u:x:1:1::/:\n".repeat(1_000_000);
    assertTimeout(
        Duration.ofSeconds(5),
        () ->
            assertThatThrownBy(() -> Accounts.parse(million, ""))
                .isInstanceOf(InspectionException.class)
                .hasMessage("/etc/passwd has more than 100000 lines"));
    assertThatThrownBy(() -> Accounts.parse(ROOT, "\n".repeat(8_000_000)))
        .isInstanceOf(InspectionException.class)
        .hasMessage("/etc/group has more than 100000 lines");
    Verdict verdict =
        verdict(
            MadeUpPlace.empty().with("/etc/passwd", "\n".repeat(100_001)),
            user("root").should(exist()));
    assertThat(verdict.outcome()).isEqualTo(Outcome.UNDETERMINED);
    assertThat(verdict.message()).contains("/etc/passwd has more than 100000 lines");
  }

  @Test
  void reads_and_finds_a_hundred_thousand_accounts_in_a_bounded_time() {
    String passwd =
        IntStream.range(0, 100_000)
            .mapToObj(i -> "u" + i + ":x:" + i + ":" + i + "::/:\n")
            .collect(Collectors.joining());
    MadeUpPlace place = MadeUpPlace.empty().with("/etc/passwd", passwd);
    List<Check> checks =
        IntStream.range(0, 2_000)
            .mapToObj(i -> user("u" + (99_999 - i)).should(haveUid(99_999 - i)))
            .toList();
    assertTimeout(
        Duration.ofSeconds(10),
        () ->
            assertThat(Inspection.of(place).verdicts(checks))
                .extracting(Verdict::outcome)
                .containsOnly(Outcome.PASSED));
  }

  @Test
  void refuses_two_files_that_multiply() {
    String passwd = "u:x:1:1::/:\n".repeat(10_000);
    String group =
        IntStream.range(0, 10_000)
            .mapToObj(i -> "g" + i + ":x:" + i + ":u\n")
            .collect(Collectors.joining());
    assertTimeout(
        Duration.ofSeconds(10),
        () ->
            assertThatThrownBy(() -> Accounts.parse(passwd, group))
                .isInstanceOf(InspectionException.class)
                .hasMessage(
                    "/etc/passwd and /etc/group put users into groups more than 1000000 times"));
  }

  @Test
  void keeps_few_of_the_lines_that_it_cannot_read_and_little_of_each() {
    String line = ":".repeat(50_000) + "\u001b\n";
    Accounts accounts = Accounts.parse(line.repeat(150), "");
    assertThat(accounts.malformed()).hasSize(100).allMatch(shown -> shown.length() < 300);
  }

  @Test
  void reads_whatever_bytes_there_are() {
    Random random = new Random(3);
    String letters = ":::\n\r#+-,x01\u0000\ufffd";
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(200); length > 0; length--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      Accounts accounts = Accounts.parse(text + "\n" + ROOT, text.toString());
      assertThat(accounts.user("root")).isPresent();
    }
  }
}

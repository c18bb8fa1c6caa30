package org.seatrial.check.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.seatrial.check.Conditions.not;
import static org.seatrial.check.account.AccountConditions.beOfGroup;
import static org.seatrial.check.account.AccountConditions.beOwnedBy;
import static org.seatrial.check.account.AccountConditions.beOwnedByUser;
import static org.seatrial.check.file.FileSubjects.file;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.seatrial.check.Answer;
import org.seatrial.check.Check;
import org.seatrial.check.Condition;
import org.seatrial.check.Inspection;
import org.seatrial.check.Outcome;
import org.seatrial.check.Place;
import org.seatrial.check.Request;
import org.seatrial.check.Verdict;
import org.seatrial.check.file.FileContent;
import org.seatrial.check.file.FileStatus;
import org.seatrial.check.file.ReadRequest;
import org.seatrial.check.file.StatRequest;

class OwnedByNameTest {

  private static final Answer<FileContent> PASSWD = text("root:x:0:0::/root:/bin/sh\n");
  private static final Answer<FileContent> GROUP = text("root:x:0:\nshadow:x:42:\n");

  @Test
  void holds_for_user_group_and_both_by_name() {
    assertThat(verdict(beOwnedByUser("root"), 0, 42).outcome()).isEqualTo(Outcome.PASSED);
    assertThat(verdict(beOfGroup("shadow"), 0, 42).outcome()).isEqualTo(Outcome.PASSED);
    assertThat(verdict(beOwnedBy("root", "shadow"), 0, 42).outcome()).isEqualTo(Outcome.PASSED);
  }

  @Test
  void takes_digits_for_an_id_without_a_name() {
    assertThat(verdict(beOwnedByUser("1001"), 1001, 0).outcome()).isEqualTo(Outcome.PASSED);
    assertThat(verdict(beOfGroup("1001"), 0, 1001).outcome()).isEqualTo(Outcome.PASSED);
  }

  @Test
  void fails_with_the_name_of_the_user() {
    assertThat(verdict(beOwnedByUser("www-data"), 0, 42).message())
        .startsWith(
            """
            file /etc/shadow should be owned by user www-data   → FAILED (1 finding) in shelf
              expected:  user www-data
              but was:   user root (0:42)
            """);
  }

  @Test
  void fails_with_the_name_of_the_group() {
    assertThat(verdict(beOfGroup("root"), 0, 42).message())
        .startsWith(
            """
            file /etc/shadow should be of group root   → FAILED (1 finding) in shelf
              expected:  group root
              but was:   group shadow (0:42)
            """);
  }

  @Test
  void fails_with_both_names() {
    assertThat(verdict(beOwnedBy("root", "root"), 0, 42).message())
        .startsWith(
            """
            file /etc/shadow should be owned by root:root   → FAILED (1 finding) in shelf
              expected:  owner root:root
              but was:   owner root:shadow (0:42)
            """);
  }

  @Test
  void is_undetermined_when_the_accounts_are_unknown() {
    Answer<FileContent> dark = Answer.unknown("it is dark");
    for (Condition<FileStatus> condition : List.of(beOwnedByUser("root"), beOfGroup("shadow"))) {
      Check check = file("/etc/shadow").should(condition);
      assertThat(verdict(check, new Shelf(status(0, 42), dark)).outcome())
          .isEqualTo(Outcome.UNDETERMINED);
      Check negated = file("/etc/shadow").should(not(condition));
      assertThat(verdict(negated, new Shelf(status(0, 42), dark)).outcome())
          .isEqualTo(Outcome.UNDETERMINED);
    }
  }

  @Test
  void fails_when_nothing_is_there() {
    Check check = file("/etc/shadow").should(beOwnedByUser("root"));
    assertThat(verdict(check, new Shelf(Answer.absent(), PASSWD)).outcome())
        .isEqualTo(Outcome.FAILED);
  }

  private static Verdict verdict(Condition<FileStatus> condition, long uid, long gid) {
    return verdict(file("/etc/shadow").should(condition), new Shelf(status(uid, gid), PASSWD));
  }

  private static Verdict verdict(Check check, Place place) {
    return Inspection.of(place).verdicts(List.of(check)).get(0);
  }

  private static Answer<FileStatus> status(long uid, long gid) {
    return Answer.known(FileStatus.regular("/etc/shadow").withOwner(uid, gid));
  }

  private static Answer<FileContent> text(String text) {
    return Answer.known(FileContent.of(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** A place with one file and two accounts. */
  private record Shelf(Answer<FileStatus> file, Answer<FileContent> passwd) implements Place {

    @Override
    public String name() {
      return "shelf";
    }

    @Override
    public Map<Request<?>, Answer<?>> fetch(Set<Request<?>> requests) {
      Map<Request<?>, Answer<?>> answers = new HashMap<>();
      for (Request<?> request : requests) {
        boolean group = request instanceof ReadRequest read && read.path().equals("/etc/group");
        answers.put(request, request instanceof StatRequest ? file : group ? GROUP : passwd);
      }
      return answers;
    }
  }
}

package org.seatrial.check.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.seatrial.check.account.AccountConditions.beOfGroup;
import static org.seatrial.check.account.AccountConditions.beOwnedByUser;
import static org.seatrial.check.file.FileSubjects.file;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.seatrial.check.Condition;
import org.seatrial.check.Inspection;
import org.seatrial.check.Outcome;
import org.seatrial.check.contract.ConditionContract;
import org.seatrial.check.contract.ConditionExample;
import org.seatrial.check.file.FileStatus;
import org.seatrial.check.madeup.MadeUpPlace;

/** Owner and group alone by name, by the contract. */
class OwnedByNameTest {

  private static final MadeUpPlace PLACE =
      MadeUpPlace.empty()
          .with("/etc/passwd", "root:x:0:0::/root:/bin/sh\n")
          .with("/etc/group", "root:x:0:\nshadow:x:42:\n");

  private static final MadeUpPlace GOOD = owned(0, 42);
  private static final MadeUpPlace BAD = owned(1001, 0);

  private static MadeUpPlace owned(long uid, long gid) {
    return PLACE.with(FileStatus.regular("/data").withOwner(uid, gid));
  }

  @Nested
  class BeOwnedByUser extends ConditionContract<FileStatus> {
    @Override
    protected ConditionExample<FileStatus> example() {
      return ConditionExample.of(file("/data"), beOwnedByUser("root"), "be owned by user root")
          .holdsIn(GOOD)
          .isViolatedIn(
              BAD,
              """
              file /data should be owned by user root   → FAILED (1 finding) in made-up place
                expected:  user root
                but was:   user 1001 (1001:0)
              """)
          .negated(
              """
              file /data should not be owned by user root   → FAILED (1 finding) in made-up place
                expected:  not to be owned by user root
                but was:   user root (0:42)
              """)
          .absent(
              """
              file /data should be owned by user root   → FAILED (1 finding) in made-up place
                expected:  user root
                but was:   nothing is there
              """);
    }
  }

  @Nested
  class BeOfGroup extends ConditionContract<FileStatus> {
    @Override
    protected ConditionExample<FileStatus> example() {
      return ConditionExample.of(file("/data"), beOfGroup("shadow"), "be of group shadow")
          .holdsIn(GOOD)
          .isViolatedIn(
              BAD,
              """
              file /data should be of group shadow   → FAILED (1 finding) in made-up place
                expected:  group shadow
                but was:   group root (1001:0)
              """)
          .negated(
              """
              file /data should not be of group shadow   → FAILED (1 finding) in made-up place
                expected:  not to be of group shadow
                but was:   group shadow (0:42)
              """)
          .absent(
              """
              file /data should be of group shadow   → FAILED (1 finding) in made-up place
                expected:  group shadow
                but was:   nothing is there
              """);
    }
  }

  @Test
  void takes_digits_for_an_id_without_a_name() {
    assertThat(outcome(beOwnedByUser("1001"), owned(1001, 1002))).isEqualTo(Outcome.PASSED);
    assertThat(outcome(beOfGroup("1002"), owned(1001, 1002))).isEqualTo(Outcome.PASSED);
  }

  private static Outcome outcome(Condition<FileStatus> condition, MadeUpPlace place) {
    return Inspection.of(place).verdicts(List.of(file("/data").should(condition))).get(0).outcome();
  }
}

package org.seatrial.check.file;

import static org.seatrial.check.account.AccountConditions.beOwnedBy;
import static org.seatrial.check.file.FileConditions.beOfGroup;
import static org.seatrial.check.file.FileConditions.beOwnedBy;
import static org.seatrial.check.file.FileConditions.beOwnedByUser;
import static org.seatrial.check.file.FileStatus.regular;
import static org.seatrial.check.file.FileSubjects.file;

import org.junit.jupiter.api.Nested;
import org.seatrial.check.contract.ConditionContract;
import org.seatrial.check.contract.ConditionExample;
import org.seatrial.check.madeup.MadeUpPlace;

/** The conditions on who a file belongs to, by the contract. */
class FileOwnerConditionsTest {

  private static final FileStatus RUN = regular("/srv/app/run").withOwner(1001, 0);

  private static final MadeUpPlace PLACE = MadeUpPlace.empty().with(RUN);

  private static final MadeUpPlace ROOTS = MadeUpPlace.empty().with(RUN.withOwner(0, 42));

  private static final MadeUpPlace NAMED =
      PLACE.with("/etc/passwd", "app:x:1001:0::/srv:\n").with("/etc/group", "root:x:0:\n");

  @Nested
  class BeOwnedBy extends ConditionContract<FileStatus> {
    @Override
    protected ConditionExample<FileStatus> example() {
      return ConditionExample.of(file("/srv/app/run"), beOwnedBy(1001, 0), "be owned by 1001:0")
          .holdsIn(PLACE)
          .isViolatedIn(
              ROOTS,
              """
              file /srv/app/run should be owned by 1001:0   → FAILED (1 finding) in made-up place
                expected:  owner 1001:0
                but was:   owner 0:42
                perhaps:   chown 1001:0 /srv/app/run
              """)
          .negated(
              """
              file /srv/app/run should not be owned by 1001:0   → FAILED (1 finding) in made-up place
                expected:  not to be owned by 1001:0
                but was:   owner 1001:0
              """)
          .absent(
              """
              file /srv/app/run should be owned by 1001:0   → FAILED (1 finding) in made-up place
                expected:  owner 1001:0
                but was:   nothing is there
              """);
    }
  }

  @Nested
  class BeOwnedByUser extends ConditionContract<FileStatus> {
    @Override
    protected ConditionExample<FileStatus> example() {
      return ConditionExample.of(file("/srv/app/run"), beOwnedByUser(1001), "be owned by uid 1001")
          .holdsIn(PLACE)
          .isViolatedIn(
              ROOTS,
              """
              file /srv/app/run should be owned by uid 1001   → FAILED (1 finding) in made-up place
                expected:  uid 1001
                but was:   uid 0
              """)
          .negated(
              """
              file /srv/app/run should not be owned by uid 1001   → FAILED (1 finding) in made-up place
                expected:  not to be owned by uid 1001
                but was:   uid 1001
              """)
          .absent(
              """
              file /srv/app/run should be owned by uid 1001   → FAILED (1 finding) in made-up place
                expected:  uid 1001
                but was:   nothing is there
              """);
    }
  }

  @Nested
  class BeOfGroup extends ConditionContract<FileStatus> {
    @Override
    protected ConditionExample<FileStatus> example() {
      return ConditionExample.of(file("/srv/app/run"), beOfGroup(0), "be of gid 0")
          .holdsIn(PLACE)
          .isViolatedIn(
              ROOTS,
              """
              file /srv/app/run should be of gid 0   → FAILED (1 finding) in made-up place
                expected:  gid 0
                but was:   gid 42
              """)
          .negated(
              """
              file /srv/app/run should not be of gid 0   → FAILED (1 finding) in made-up place
                expected:  not to be of gid 0
                but was:   gid 0
              """)
          .absent(
              """
              file /srv/app/run should be of gid 0   → FAILED (1 finding) in made-up place
                expected:  gid 0
                but was:   nothing is there
              """);
    }
  }

  @Nested
  class BeOwnedByName extends ConditionContract<FileStatus> {
    @Override
    protected ConditionExample<FileStatus> example() {
      return ConditionExample.of(
              file("/srv/app/run"), beOwnedBy("app", "root"), "be owned by app:root")
          .holdsIn(NAMED)
          .isViolatedIn(
              ROOTS.with("/etc/passwd", "root:x:0:0::/root:/bin/sh\n"),
              """
              file /srv/app/run should be owned by app:root   → FAILED (1 finding) in made-up place
                expected:  owner app:root
                but was:   owner root:42 (0:42)
              """)
          .negated(
              """
              file /srv/app/run should not be owned by app:root   → FAILED (1 finding) in made-up place
                expected:  not to be owned by app:root
                but was:   owner app:root (1001:0)
              """)
          .absent(
              """
              file /srv/app/run should be owned by app:root   → FAILED (1 finding) in made-up place
                expected:  owner app:root
                but was:   nothing is there
              """);
    }
  }
}

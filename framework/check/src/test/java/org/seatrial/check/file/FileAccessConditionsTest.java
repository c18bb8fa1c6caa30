package org.seatrial.check.file;

import static org.seatrial.check.file.FileConditions.beExecutableBy;
import static org.seatrial.check.file.FileConditions.beReadableBy;
import static org.seatrial.check.file.FileConditions.beWritableBy;
import static org.seatrial.check.file.FileStatus.directory;
import static org.seatrial.check.file.FileStatus.regular;
import static org.seatrial.check.file.FileSubjects.file;

import org.junit.jupiter.api.Nested;
import org.seatrial.check.contract.ConditionContract;
import org.seatrial.check.contract.ConditionExample;
import org.seatrial.check.madeup.MadeUpPlace;

/** The conditions on what a process may do with a file, by the contract. */
class FileAccessConditionsTest {

  private static final FileStatus RUN = regular("/srv/app/run").withMode("0640").withOwner(1001, 0);

  private static final MadeUpPlace PLACE = MadeUpPlace.empty().with(RUN);

  @Nested
  class BeReadableBy extends ConditionContract<FileStatus> {
    @Override
    protected ConditionExample<FileStatus> example() {
      return ConditionExample.of(
              file("/srv/app/run"), beReadableBy(7, 5, 0), "be readable by uid 7 with gid 5, gid 0")
          .holdsIn(PLACE)
          .isViolatedIn(
              PLACE.with(directory("/srv").withMode("0700")),
              """
              file /srv/app/run should be readable by uid 7 with gid 5, gid 0   → FAILED (1 finding) in made-up place
                expected:  read permission for uid 7 with gid 5, gid 0
                but was:   can't enter directory /srv: directory, mode 0700, owner 0:0
              """)
          .negated(
              """
              file /srv/app/run should not be readable by uid 7 with gid 5, gid 0   → FAILED (1 finding) in made-up place
                expected:  not to be readable by uid 7 with gid 5, gid 0
                but was:   regular file, mode 0640, owner 1001:0, 0 bytes
              """)
          .absent(
              """
              file /srv/app/run should be readable by uid 7 with gid 5, gid 0   → FAILED (1 finding) in made-up place
                expected:  read permission for uid 7 with gid 5, gid 0
                but was:   nothing is there
              """);
    }
  }

  @Nested
  class BeWritableBy extends ConditionContract<FileStatus> {
    @Override
    protected ConditionExample<FileStatus> example() {
      return ConditionExample.of(
              file("/srv/app/run"), beWritableBy(1001), "be writable by uid 1001")
          .holdsIn(PLACE)
          .isViolatedIn(
              MadeUpPlace.empty().with(RUN.withMode("0466")),
              """
              file /srv/app/run should be writable by uid 1001   → FAILED (1 finding) in made-up place
                expected:  write permission for uid 1001
                but was:   regular file, mode 0466, owner 1001:0, 0 bytes
              """)
          .negated(
              """
              file /srv/app/run should not be writable by uid 1001   → FAILED (1 finding) in made-up place
                expected:  not to be writable by uid 1001
                but was:   regular file, mode 0640, owner 1001:0, 0 bytes
              """)
          .absent(
              """
              file /srv/app/run should be writable by uid 1001   → FAILED (1 finding) in made-up place
                expected:  write permission for uid 1001
                but was:   nothing is there
              """);
    }
  }

  @Nested
  class BeExecutableBy extends ConditionContract<FileStatus> {
    @Override
    protected ConditionExample<FileStatus> example() {
      return ConditionExample.of(file("/srv/app/run"), beExecutableBy(0), "be executable by uid 0")
          .holdsIn(MadeUpPlace.empty().with(RUN.withMode("0001")))
          .isViolatedIn(
              PLACE,
              """
              file /srv/app/run should be executable by uid 0   → FAILED (1 finding) in made-up place
                expected:  execute permission for uid 0
                but was:   regular file, mode 0640, owner 1001:0, 0 bytes
              """)
          .negated(
              """
              file /srv/app/run should not be executable by uid 0   → FAILED (1 finding) in made-up place
                expected:  not to be executable by uid 0
                but was:   regular file, mode 0001, owner 1001:0, 0 bytes
              """)
          .absent(
              """
              file /srv/app/run should be executable by uid 0   → FAILED (1 finding) in made-up place
                expected:  execute permission for uid 0
                but was:   nothing is there
              """);
    }
  }
}

package org.seatrial.check;

import static org.seatrial.check.Conditions.any;
import static org.seatrial.check.Conditions.both;
import static org.seatrial.check.Conditions.each;
import static org.seatrial.check.Conditions.either;
import static org.seatrial.check.Conditions.exist;
import static org.seatrial.check.Conditions.none;
import static org.seatrial.check.Conditions.not;
import static org.seatrial.check.Conditions.notExist;
import static org.seatrial.check.file.FileConditions.beOwnedBy;
import static org.seatrial.check.file.FileConditions.haveMode;
import static org.seatrial.check.file.FileStatus.regular;
import static org.seatrial.check.file.FileSubjects.file;
import static org.seatrial.check.file.FileSubjects.files;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.seatrial.check.Answer.Known;
import org.seatrial.check.contract.ConditionContract;
import org.seatrial.check.contract.ConditionExample;
import org.seatrial.check.file.FileStatus;
import org.seatrial.check.madeup.MadeUpPlace;

/** The conditions that fit every subject, and the combinations, by the contract. */
class ConditionsTest {

  private static final MadeUpPlace NOTHING = MadeUpPlace.empty();

  private static final MadeUpPlace OPEN = NOTHING.with("/opt/key", "secret");

  private static final MadeUpPlace CLOSED =
      NOTHING.with(regular("/opt/key").withMode("0600").withOwner(1001, 0), "secret");

  @Nested
  class Exist extends ConditionContract<FileStatus> {
    @Override
    protected ConditionExample<FileStatus> example() {
      return ConditionExample.of(file("/opt/key"), exist(), "exist")
          .holdsIn(OPEN)
          .isViolatedIn(
              NOTHING,
              """
              file /opt/key should exist   → FAILED (1 finding) in made-up place
                expected:  to exist
                but was:   nothing is there
              """)
          .negated(
              """
              file /opt/key should not exist   → FAILED (1 finding) in made-up place
                expected:  not to exist
                but was:   regular file, mode 0644, owner 0:0, 6 bytes
              """)
          .absent(
              """
              file /opt/key should exist   → FAILED (1 finding) in made-up place
                expected:  to exist
                but was:   nothing is there
              """);
    }
  }

  @Nested
  class NotExist extends ConditionContract<FileStatus> {
    @Override
    protected ConditionExample<FileStatus> example() {
      return ConditionExample.of(file("/opt/key"), notExist(), "not exist")
          .holdsIn(NOTHING)
          .isViolatedIn(
              OPEN,
              """
              file /opt/key should not exist   → FAILED (1 finding) in made-up place
                expected:  not to exist
                but was:   regular file, mode 0644, owner 0:0, 6 bytes
              """)
          .negated(
              """
              file /opt/key should exist   → FAILED (1 finding) in made-up place
                expected:  to exist
                but was:   nothing is there
              """)
          .holdsWhenAbsent();
    }
  }

  @Nested
  class Not extends ConditionContract<FileStatus> {
    @Override
    protected ConditionExample<FileStatus> example() {
      return ConditionExample.of(file("/opt/key"), not(haveMode("0644")), "not have mode 0644")
          .holdsIn(CLOSED)
          .isViolatedIn(
              OPEN,
              """
              file /opt/key should not have mode 0644   → FAILED (1 finding) in made-up place
                expected:  not to have mode 0644
                but was:   mode 0644
              """)
          .negated(
              """
              file /opt/key should have mode 0644   → FAILED (1 finding) in made-up place
                expected:  mode 0644
                but was:   mode 0600, which lacks group read, others read
                perhaps:   chmod 0644 /opt/key
              """)
          .holdsWhenAbsent();
    }
  }

  @Nested
  class Both extends ConditionContract<FileStatus> {
    @Override
    protected ConditionExample<FileStatus> example() {
      return ConditionExample.of(
              file("/opt/key"),
              both(haveMode("0600"), beOwnedBy(1001, 0)),
              "both have mode 0600 and be owned by 1001:0")
          .holdsIn(CLOSED)
          .isViolatedIn(
              OPEN,
              """
              file /opt/key should both have mode 0600 and be owned by 1001:0   → FAILED (2 findings) in made-up place
                1. expected:  mode 0600
                   but was:   mode 0644, which also permits group read, others read
                   perhaps:   chmod 0600 /opt/key
                2. expected:  owner 1001:0
                   but was:   owner 0:0
                   perhaps:   chown 1001:0 /opt/key
              """)
          .negated(
              """
              file /opt/key should either not have mode 0600 or not be owned by 1001:0   → FAILED (1 finding) in made-up place
                expected:  not to have mode 0600 or not to be owned by 1001:0
                but was:   mode 0600; owner 1001:0
              """)
          .absent(
              """
              file /opt/key should both have mode 0600 and be owned by 1001:0   → FAILED (2 findings) in made-up place
                1. expected:  mode 0600
                   but was:   nothing is there
                2. expected:  owner 1001:0
                   but was:   nothing is there
              """);
    }
  }

  @Nested
  class Either extends ConditionContract<FileStatus> {
    @Override
    protected ConditionExample<FileStatus> example() {
      return ConditionExample.of(
              file("/opt/key"),
              either(haveMode("0400"), haveMode("0600")),
              "either have mode 0400 or have mode 0600")
          .holdsIn(CLOSED)
          .isViolatedIn(
              OPEN,
              """
              file /opt/key should either have mode 0400 or have mode 0600   → FAILED (1 finding) in made-up place
                expected:  mode 0400 or mode 0600
                but was:   mode 0644, which also permits owner write, group read, others read; mode 0644, which also permits group read, others read
                perhaps:   chmod 0400 /opt/key or chmod 0600 /opt/key
              """)
          .negated(
              """
              file /opt/key should neither have mode 0400 nor have mode 0600   → FAILED (1 finding) in made-up place
                expected:  not to have mode 0600
                but was:   mode 0600
              """)
          .absent(
              """
              file /opt/key should either have mode 0400 or have mode 0600   → FAILED (1 finding) in made-up place
                expected:  mode 0400 or mode 0600
                but was:   nothing is there
              """);
    }
  }

  private static final MadeUpPlace MIXED = CLOSED.with("/opt/notes", "");

  @Nested
  class Each extends ConditionContract<List<Known<FileStatus>>> {
    @Override
    protected ConditionExample<List<Known<FileStatus>>> example() {
      return ConditionExample.of(files("/opt/*"), each(haveMode("0600")), "each have mode 0600")
          .holdsIn(CLOSED)
          .isViolatedIn(
              MIXED,
              """
              files /opt/* should each have mode 0600   → FAILED (1 finding) in made-up place
                /opt/notes
                expected:  mode 0600
                but was:   mode 0644, which also permits group read, others read
                perhaps:   chmod 0600 /opt/notes
              """)
          .negated(
              """
              files /opt/* should at least once not have mode 0600   → FAILED (1 finding) in made-up place
                expected:  at least one not to have mode 0600
                but was:   none of 1, first /opt/key: mode 0600
              """)
          .nothingSelected(
              """
              files /opt/* should each have mode 0600   → FAILED (1 finding) in made-up place
                expected:  at least one to look at
                but was:   nothing was selected
              """);
    }
  }

  @Nested
  class Any extends ConditionContract<List<Known<FileStatus>>> {
    @Override
    protected ConditionExample<List<Known<FileStatus>>> example() {
      return ConditionExample.of(
              files("/opt/*"), any(haveMode("0600")), "at least once have mode 0600")
          .holdsIn(MIXED)
          .isViolatedIn(
              OPEN,
              """
              files /opt/* should at least once have mode 0600   → FAILED (1 finding) in made-up place
                expected:  at least one to have mode 0600
                but was:   none of 1, first /opt/key: mode 0644, which also permits group read, others read
              """)
          .negated(
              """
              files /opt/* should never have mode 0600   → FAILED (1 finding) in made-up place
                /opt/key
                expected:  not to have mode 0600
                but was:   mode 0600
              """)
          .nothingSelected(
              """
              files /opt/* should at least once have mode 0600   → FAILED (1 finding) in made-up place
                expected:  at least one to look at
                but was:   nothing was selected
              """);
    }
  }

  @Nested
  class None extends ConditionContract<List<Known<FileStatus>>> {
    @Override
    protected ConditionExample<List<Known<FileStatus>>> example() {
      return ConditionExample.of(files("/opt/*"), none(haveMode("0644")), "never have mode 0644")
          .holdsIn(CLOSED)
          .isViolatedIn(
              MIXED,
              """
              files /opt/* should never have mode 0644   → FAILED (1 finding) in made-up place
                /opt/notes
                expected:  not to have mode 0644
                but was:   mode 0644
              """)
          .negated(
              """
              files /opt/* should at least once have mode 0644   → FAILED (1 finding) in made-up place
                expected:  at least one to have mode 0644
                but was:   none of 1, first /opt/key: mode 0600, which lacks group read, others read
              """)
          .nothingSelected(
              """
              files /opt/* should never have mode 0644   → FAILED (1 finding) in made-up place
                expected:  at least one to look at
                but was:   nothing was selected
              """);
    }
  }
}

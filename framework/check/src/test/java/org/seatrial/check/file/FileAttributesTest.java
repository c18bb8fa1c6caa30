package org.seatrial.check.file;

import static org.seatrial.check.Conditions.either;
import static org.seatrial.check.Conditions.not;
import static org.seatrial.check.file.FileConditions.beOfGroup;
import static org.seatrial.check.file.FileConditions.beOwnedByUser;
import static org.seatrial.check.file.FileConditions.haveMode;
import static org.seatrial.check.file.FileConditions.haveSize;
import static org.seatrial.check.file.FileConditions.linkTo;
import static org.seatrial.check.file.FileStatus.regular;
import static org.seatrial.check.file.FileStatus.symlink;
import static org.seatrial.check.file.FileSubjects.file;
import static org.seatrial.check.file.FileSubjects.path;
import static org.seatrial.check.value.ValueConditions.be;
import static org.seatrial.check.value.ValueConditions.beAtLeast;
import static org.seatrial.check.value.ValueConditions.beGreaterThan;
import static org.seatrial.check.value.ValueConditions.beLessThan;
import static org.seatrial.check.value.ValueConditions.beTextMatching;

import org.junit.jupiter.api.Nested;
import org.seatrial.check.contract.ConditionContract;
import org.seatrial.check.contract.ConditionExample;
import org.seatrial.check.madeup.MadeUpPlace;

/** The conditions on the values of a file's attributes, by the contract. */
class FileAttributesTest {

  private static final MadeUpPlace GOOD =
      MadeUpPlace.empty()
          .with(regular("/srv/run").withMode("0640").withOwner(999, 1001), "12345")
          .with(symlink("/run", "../run"));

  private static final MadeUpPlace BAD =
      MadeUpPlace.empty()
          .with(regular("/srv/run").withMode("4755").withOwner(1000, 0), "")
          .with(symlink("/run", "/var/run"));

  @Nested
  class HaveMode extends ConditionContract<FileStatus> {
    @Override
    protected ConditionExample<FileStatus> example() {
      return ConditionExample.of(
              file("/srv/run"),
              haveMode(either(be("0640"), be("0600"))),
              "have mode either be \"0640\" or be \"0600\"")
          .holdsIn(GOOD)
          .isViolatedIn(
              BAD,
              """
              file /srv/run should have mode either be "0640" or be "0600"   → FAILED (1 finding) in made-up place
                expected:  to have mode either be "0640" or be "0600"
                but was:   "4755"
              """)
          .negated(
              """
              file /srv/run should not have mode either be "0640" or be "0600"   → FAILED (1 finding) in made-up place
                expected:  not to have mode either be "0640" or be "0600"
                but was:   "0640"
              """)
          .absent(
              """
              file /srv/run should have mode either be "0640" or be "0600"   → FAILED (1 finding) in made-up place
                expected:  to have mode either be "0640" or be "0600"
                but was:   nothing is there
              """);
    }
  }

  @Nested
  class BeOwnedByUser extends ConditionContract<FileStatus> {
    @Override
    protected ConditionExample<FileStatus> example() {
      return ConditionExample.of(
              file("/srv/run"), beOwnedByUser(beLessThan(1000)), "have uid be less than 1000")
          .holdsIn(GOOD)
          .isViolatedIn(
              BAD,
              """
              file /srv/run should have uid be less than 1000   → FAILED (1 finding) in made-up place
                expected:  to have uid be less than 1000
                but was:   1000
              """)
          .negated(
              """
              file /srv/run should not have uid be less than 1000   → FAILED (1 finding) in made-up place
                expected:  not to have uid be less than 1000
                but was:   999
              """)
          .absent(
              """
              file /srv/run should have uid be less than 1000   → FAILED (1 finding) in made-up place
                expected:  to have uid be less than 1000
                but was:   nothing is there
              """);
    }
  }

  @Nested
  class BeOfGroup extends ConditionContract<FileStatus> {
    @Override
    protected ConditionExample<FileStatus> example() {
      return ConditionExample.of(
              file("/srv/run"), beOfGroup(beAtLeast(1000)), "have gid be at least 1000")
          .holdsIn(GOOD)
          .isViolatedIn(
              BAD,
              """
              file /srv/run should have gid be at least 1000   → FAILED (1 finding) in made-up place
                expected:  to have gid be at least 1000
                but was:   0
              """)
          .negated(
              """
              file /srv/run should not have gid be at least 1000   → FAILED (1 finding) in made-up place
                expected:  not to have gid be at least 1000
                but was:   1001
              """)
          .absent(
              """
              file /srv/run should have gid be at least 1000   → FAILED (1 finding) in made-up place
                expected:  to have gid be at least 1000
                but was:   nothing is there
              """);
    }
  }

  @Nested
  class HaveSize extends ConditionContract<FileStatus> {
    @Override
    protected ConditionExample<FileStatus> example() {
      return ConditionExample.of(
              file("/srv/run"), haveSize(beGreaterThan(0)), "have size be greater than 0")
          .holdsIn(GOOD)
          .isViolatedIn(
              BAD,
              """
              file /srv/run should have size be greater than 0   → FAILED (1 finding) in made-up place
                expected:  to have size be greater than 0
                but was:   0
              """)
          .negated(
              """
              file /srv/run should not have size be greater than 0   → FAILED (1 finding) in made-up place
                expected:  not to have size be greater than 0
                but was:   5
              """)
          .absent(
              """
              file /srv/run should have size be greater than 0   → FAILED (1 finding) in made-up place
                expected:  to have size be greater than 0
                but was:   nothing is there
              """);
    }
  }

  @Nested
  class LinkTo extends ConditionContract<FileStatus> {
    @Override
    protected ConditionExample<FileStatus> example() {
      return ConditionExample.of(
              path("/run"),
              linkTo(beTextMatching("^[^/]")),
              "have link target be text matching /^[^/]/")
          .holdsIn(GOOD)
          .isViolatedIn(
              BAD,
              """
              path /run should have link target be text matching /^[^/]/   → FAILED (1 finding) in made-up place
                expected:  to have link target be text matching /^[^/]/
                but was:   "/var/run"
              """)
          .negated(
              """
              path /run should not have link target be text matching /^[^/]/   → FAILED (1 finding) in made-up place
                expected:  not to have link target be text matching /^[^/]/
                but was:   "../run"
              """)
          .absent(
              """
              path /run should have link target be text matching /^[^/]/   → FAILED (1 finding) in made-up place
                expected:  to have link target be text matching /^[^/]/
                but was:   nothing is there
              """);
    }
  }

  @Nested
  class LinkToOfWhatIsNoLink extends ConditionContract<FileStatus> {
    @Override
    protected ConditionExample<FileStatus> example() {
      return ConditionExample.of(
              path("/run"), linkTo(not(be("/var/run"))), "have link target not be \"/var/run\"")
          .holdsIn(GOOD)
          .isViolatedIn(
              MadeUpPlace.empty().with(regular("/run")),
              """
              path /run should have link target not be "/var/run"   → FAILED (1 finding) in made-up place
                expected:  to have link target not be "/var/run"
                but was:   regular file
              """)
          .negated(
              """
              path /run should not have link target not be "/var/run"   → FAILED (1 finding) in made-up place
                expected:  not to have link target not be "/var/run"
                but was:   "../run"
              """)
          .absent(
              """
              path /run should have link target not be "/var/run"   → FAILED (1 finding) in made-up place
                expected:  to have link target not be "/var/run"
                but was:   nothing is there
              """);
    }
  }
}

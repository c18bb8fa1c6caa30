package org.seatrial.check.file;

import static org.seatrial.check.file.FileConditions.beMorePermissiveThan;
import static org.seatrial.check.file.FileConditions.beWritableByGroup;
import static org.seatrial.check.file.FileConditions.haveMode;
import static org.seatrial.check.file.FileConditions.havePermission;
import static org.seatrial.check.file.FileStatus.regular;
import static org.seatrial.check.file.FileSubjects.file;

import org.junit.jupiter.api.Nested;
import org.seatrial.check.Answer.Known;
import org.seatrial.check.Evidence;
import org.seatrial.check.contract.ConditionContract;
import org.seatrial.check.contract.ConditionExample;
import org.seatrial.check.madeup.MadeUpPlace;

/** The conditions on permission bits, by the contract. */
class FileModeConditionsTest {

  private static final FileStatus RUN = regular("/srv/app/run").withMode("0640").withOwner(1001, 0);

  private static final MadeUpPlace PLACE = MadeUpPlace.empty().with(RUN);

  private static MadeUpPlace withMode(String octal) {
    return MadeUpPlace.empty().with(RUN.withMode(octal));
  }

  @Nested
  class HaveMode extends ConditionContract<FileStatus> {

    private static final Evidence LAYER =
        Evidence.of("layer", "2 of 5 (sha256:9f2c)").with("made by", "RUN chmod");

    @Override
    protected ConditionExample<FileStatus> example() {
      return ConditionExample.of(file("/srv/app/run"), haveMode("640"), "have mode 0640")
          .holdsIn(PLACE)
          .isViolatedIn(
              MadeUpPlace.empty()
                  .named("image docker:shop")
                  .answering(
                      new StatRequest("/srv/app/run", Links.FOLLOW),
                      new Known<>(RUN.withMode("4604"), LAYER)),
              """
              file /srv/app/run should have mode 0640   → FAILED (1 finding) in image docker:shop
                expected:  mode 0640
                but was:   mode 4604, which also permits setuid, others read, which lacks group read
                evidence:  layer 2 of 5 (sha256:9f2c), made by RUN chmod
                perhaps:   chmod 0640 /srv/app/run
              """)
          .negated(
              """
              file /srv/app/run should not have mode 0640   → FAILED (1 finding) in made-up place
                expected:  not to have mode 0640
                but was:   mode 0640
              """)
          .absent(
              """
              file /srv/app/run should have mode 0640   → FAILED (1 finding) in made-up place
                expected:  mode 0640
                but was:   nothing is there
              """);
    }
  }

  @Nested
  class BeMorePermissiveThan extends ConditionContract<FileStatus> {
    @Override
    protected ConditionExample<FileStatus> example() {
      return ConditionExample.of(
              file("/srv/app/run"), beMorePermissiveThan("0644"), "be more permissive than 0644")
          .holdsIn(withMode("0664"))
          .isViolatedIn(
              PLACE,
              """
              file /srv/app/run should be more permissive than 0644   → FAILED (1 finding) in made-up place
                expected:  a permission beyond mode 0644
                but was:   mode 0640, which lacks others read
              """)
          .negated(
              """
              file /srv/app/run should not be more permissive than 0644   → FAILED (1 finding) in made-up place
                expected:  not to be more permissive than 0644
                but was:   mode 0664, which also permits group write
              """)
          .absent(
              """
              file /srv/app/run should be more permissive than 0644   → FAILED (1 finding) in made-up place
                expected:  a permission beyond mode 0644
                but was:   nothing is there
              """);
    }
  }

  @Nested
  class HavePermission extends ConditionContract<FileStatus> {
    @Override
    protected ConditionExample<FileStatus> example() {
      return ConditionExample.of(
              file("/srv/app/run"), havePermission("ug+rw"), "have permission ug+rw")
          .holdsIn(withMode("0660"))
          .isViolatedIn(
              PLACE,
              """
              file /srv/app/run should have permission ug+rw   → FAILED (1 finding) in made-up place
                expected:  permission ug+rw
                but was:   mode 0640, which lacks group write
              """)
          .negated(
              """
              file /srv/app/run should not have permission ug+rw   → FAILED (1 finding) in made-up place
                expected:  not to have permission ug+rw
                but was:   mode 0660
              """)
          .absent(
              """
              file /srv/app/run should have permission ug+rw   → FAILED (1 finding) in made-up place
                expected:  permission ug+rw
                but was:   nothing is there
              """);
    }
  }

  @Nested
  class BeWritableByGroup extends ConditionContract<FileStatus> {
    @Override
    protected ConditionExample<FileStatus> example() {
      return ConditionExample.of(
              file("/srv/app/run"), beWritableByGroup(0), "be writable by group 0")
          .holdsIn(withMode("0660"))
          .isViolatedIn(
              PLACE,
              """
              file /srv/app/run should be writable by group 0   → FAILED (1 finding) in made-up place
                expected:  gid 0 with group write
                but was:   gid 0, mode 0640
              """)
          .negated(
              """
              file /srv/app/run should not be writable by group 0   → FAILED (1 finding) in made-up place
                expected:  not to be writable by group 0
                but was:   gid 0, mode 0660
              """)
          .absent(
              """
              file /srv/app/run should be writable by group 0   → FAILED (1 finding) in made-up place
                expected:  gid 0 with group write
                but was:   nothing is there
              """);
    }
  }
}

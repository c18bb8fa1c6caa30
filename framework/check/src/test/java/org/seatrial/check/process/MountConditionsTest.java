package org.seatrial.check.process;

import static org.seatrial.check.process.MountConditions.beOfType;
import static org.seatrial.check.process.MountConditions.comeFrom;
import static org.seatrial.check.process.MountConditions.haveOption;
import static org.seatrial.check.process.MountSubjects.mount;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.seatrial.check.Answer;
import org.seatrial.check.contract.ConditionContract;
import org.seatrial.check.contract.ConditionExample;
import org.seatrial.check.madeup.MadeUpPlace;

/** The conditions on what is mounted, by the contract: the last mount at a path is seen. */
class MountConditionsTest {

  private static final Mount DISK =
      new Mount("/data", "ext4", "/dev/sda1", "/volume", List.of("ro", "relatime", "rw"));

  private static final Mount MEMORY =
      new Mount("/data", "tmpfs", "tmpfs", "/", List.of("rw", "nosuid", "size=64k"));

  private static final MadeUpPlace NONE = mounted();

  private static final MadeUpPlace SCRATCH = mounted(DISK, MEMORY);

  private static final MadeUpPlace READ_ONLY = mounted(MEMORY, DISK);

  private static MadeUpPlace mounted(Mount... mounts) {
    return MadeUpPlace.empty()
        .answering(new MountsRequest(), Answer.known(new MountTable(List.of(mounts))));
  }

  @Nested
  class BeOfType extends ConditionContract<Mount> {
    @Override
    protected ConditionExample<Mount> example() {
      return ConditionExample.of(mount("/data/"), beOfType("tmpfs"), "be of type tmpfs")
          .holdsIn(SCRATCH)
          .isViolatedIn(
              READ_ONLY,
              """
              mount /data/ should be of type tmpfs   → FAILED (1 finding) in made-up place
                expected:  type tmpfs
                but was:   ext4 from /dev/sda1, options ro,relatime,rw
              """)
          .negated(
              """
              mount /data/ should not be of type tmpfs   → FAILED (1 finding) in made-up place
                expected:  not to be of type tmpfs
                but was:   tmpfs from tmpfs, options rw,nosuid,size=64k
              """)
          .absent(
              """
              mount /data/ should be of type tmpfs   → FAILED (1 finding) in made-up place
                expected:  type tmpfs
                but was:   nothing is there
              """)
          .absentIn(NONE);
    }
  }

  @Nested
  class HaveOption extends ConditionContract<Mount> {
    @Override
    protected ConditionExample<Mount> example() {
      return ConditionExample.of(mount("/data/"), haveOption("rw"), "have option rw")
          .holdsIn(SCRATCH)
          .isViolatedIn(
              READ_ONLY,
              """
              mount /data/ should have option rw   → FAILED (1 finding) in made-up place
                expected:  option rw
                but was:   ext4 from /dev/sda1, options ro,relatime,rw
              """)
          .negated(
              """
              mount /data/ should not have option rw   → FAILED (1 finding) in made-up place
                expected:  not to have option rw
                but was:   tmpfs from tmpfs, options rw,nosuid,size=64k
              """)
          .absent(
              """
              mount /data/ should have option rw   → FAILED (1 finding) in made-up place
                expected:  option rw
                but was:   nothing is there
              """)
          .absentIn(NONE);
    }
  }

  @Nested
  class ComeFrom extends ConditionContract<Mount> {
    @Override
    protected ConditionExample<Mount> example() {
      return ConditionExample.of(mount("/data/"), comeFrom("tmpfs"), "come from tmpfs")
          .holdsIn(SCRATCH)
          .isViolatedIn(
              READ_ONLY,
              """
              mount /data/ should come from tmpfs   → FAILED (1 finding) in made-up place
                expected:  source tmpfs
                but was:   ext4 from /dev/sda1, options ro,relatime,rw
              """)
          .negated(
              """
              mount /data/ should not come from tmpfs   → FAILED (1 finding) in made-up place
                expected:  not to come from tmpfs
                but was:   tmpfs from tmpfs, options rw,nosuid,size=64k
              """)
          .absent(
              """
              mount /data/ should come from tmpfs   → FAILED (1 finding) in made-up place
                expected:  source tmpfs
                but was:   nothing is there
              """)
          .absentIn(NONE);
    }
  }
}

package org.seatrial.check.file;

import static org.seatrial.check.file.FileConditions.beOfType;
import static org.seatrial.check.file.FileConditions.haveCapabilities;
import static org.seatrial.check.file.FileConditions.haveSize;
import static org.seatrial.check.file.FileConditions.haveSizeAtLeast;
import static org.seatrial.check.file.FileConditions.haveSizeAtMost;
import static org.seatrial.check.file.FileConditions.linkTo;
import static org.seatrial.check.file.FileStatus.directory;
import static org.seatrial.check.file.FileSubjects.file;
import static org.seatrial.check.file.FileSubjects.path;
import static org.seatrial.check.file.FileSubjects.symlink;

import org.junit.jupiter.api.Nested;
import org.seatrial.check.contract.ConditionContract;
import org.seatrial.check.contract.ConditionExample;
import org.seatrial.check.madeup.MadeUpPlace;

/** The conditions on what kind of file it is, by the contract. */
class FileKindConditionsTest {

  private static final MadeUpPlace LINK =
      MadeUpPlace.empty().with(FileStatus.symlink("/run", "var/run"));

  private static MadeUpPlace with(String content) {
    return MadeUpPlace.empty().with("/srv/app/run", content);
  }

  private static MadeUpPlace granting(long permitted) {
    FileCapabilities granted = new FileCapabilities(permitted, 0, true, 0);
    return MadeUpPlace.empty().with(FileStatus.regular("/bin/ping").withCapabilities(granted));
  }

  @Nested
  class HaveSize extends ConditionContract<FileStatus> {
    @Override
    protected ConditionExample<FileStatus> example() {
      return ConditionExample.of(file("/srv/app/run"), haveSize(5), "have size 5 bytes")
          .holdsIn(with("12345"))
          .isViolatedIn(
              with("123456"),
              """
              file /srv/app/run should have size 5 bytes   → FAILED (1 finding) in made-up place
                expected:  5 bytes
                but was:   6 bytes
              """)
          .negated(
              """
              file /srv/app/run should not have size 5 bytes   → FAILED (1 finding) in made-up place
                expected:  not to have size 5 bytes
                but was:   5 bytes
              """)
          .absent(
              """
              file /srv/app/run should have size 5 bytes   → FAILED (1 finding) in made-up place
                expected:  5 bytes
                but was:   nothing is there
              """);
    }
  }

  @Nested
  class HaveSizeAtMost extends ConditionContract<FileStatus> {
    @Override
    protected ConditionExample<FileStatus> example() {
      return ConditionExample.of(
              file("/srv/app/run"), haveSizeAtMost(5), "have size at most 5 bytes")
          .holdsIn(with("12345"))
          .isViolatedIn(
              with("123456"),
              """
              file /srv/app/run should have size at most 5 bytes   → FAILED (1 finding) in made-up place
                expected:  at most 5 bytes
                but was:   6 bytes
              """)
          .negated(
              """
              file /srv/app/run should not have size at most 5 bytes   → FAILED (1 finding) in made-up place
                expected:  not to have size at most 5 bytes
                but was:   5 bytes
              """)
          .absent(
              """
              file /srv/app/run should have size at most 5 bytes   → FAILED (1 finding) in made-up place
                expected:  at most 5 bytes
                but was:   nothing is there
              """);
    }
  }

  @Nested
  class HaveSizeAtLeast extends ConditionContract<FileStatus> {
    @Override
    protected ConditionExample<FileStatus> example() {
      return ConditionExample.of(
              file("/srv/app/run"), haveSizeAtLeast(5), "have size at least 5 bytes")
          .holdsIn(with("12345"))
          .isViolatedIn(
              with("1234"),
              """
              file /srv/app/run should have size at least 5 bytes   → FAILED (1 finding) in made-up place
                expected:  at least 5 bytes
                but was:   4 bytes
              """)
          .negated(
              """
              file /srv/app/run should not have size at least 5 bytes   → FAILED (1 finding) in made-up place
                expected:  not to have size at least 5 bytes
                but was:   5 bytes
              """)
          .absent(
              """
              file /srv/app/run should have size at least 5 bytes   → FAILED (1 finding) in made-up place
                expected:  at least 5 bytes
                but was:   nothing is there
              """);
    }
  }

  @Nested
  class BeOfType extends ConditionContract<FileStatus> {
    @Override
    protected ConditionExample<FileStatus> example() {
      return ConditionExample.of(
              path("/run"), beOfType(FileType.SYMLINK), "be of type symbolic link")
          .holdsIn(LINK)
          .isViolatedIn(
              MadeUpPlace.empty().with(directory("/run")),
              """
              path /run should be of type symbolic link   → FAILED (1 finding) in made-up place
                expected:  symbolic link
                but was:   directory
              """)
          .negated(
              """
              path /run should not be of type symbolic link   → FAILED (1 finding) in made-up place
                expected:  not to be of type symbolic link
                but was:   symbolic link
              """)
          .absent(
              """
              path /run should be of type symbolic link   → FAILED (1 finding) in made-up place
                expected:  symbolic link
                but was:   nothing is there
              """);
    }
  }

  @Nested
  class LinkTo extends ConditionContract<FileStatus> {
    @Override
    protected ConditionExample<FileStatus> example() {
      return ConditionExample.of(symlink("/run"), linkTo("var/run"), "link to \"var/run\"")
          .holdsIn(LINK)
          .isViolatedIn(
              MadeUpPlace.empty().with(FileStatus.symlink("/run", "/var/run")),
              """
              symlink /run should link to "var/run"   → FAILED (1 finding) in made-up place
                expected:  link to "var/run"
                but was:   link to "/var/run"
              """)
          .negated(
              """
              symlink /run should not link to "var/run"   → FAILED (1 finding) in made-up place
                expected:  not to link to "var/run"
                but was:   link to "var/run"
              """)
          .absent(
              """
              symlink /run should link to "var/run"   → FAILED (1 finding) in made-up place
                expected:  link to "var/run"
                but was:   nothing is there
              """);
    }
  }

  @Nested
  class HaveCapabilities extends ConditionContract<FileStatus> {
    @Override
    protected ConditionExample<FileStatus> example() {
      return ConditionExample.of(
              file("/bin/ping"),
              haveCapabilities("cap_net_raw", "CAP_NET_ADMIN"),
              "have capabilities cap_net_admin,cap_net_raw")
          .holdsIn(granting(1 << 13 | 1 << 12))
          .isViolatedIn(
              granting(1 << 13),
              """
              file /bin/ping should have capabilities cap_net_admin,cap_net_raw   → FAILED (1 finding) in made-up place
                expected:  capabilities cap_net_admin,cap_net_raw
                but was:   capabilities cap_net_raw=ep
              """)
          .negated(
              """
              file /bin/ping should not have capabilities cap_net_admin,cap_net_raw   → FAILED (1 finding) in made-up place
                expected:  not to have capabilities cap_net_admin,cap_net_raw
                but was:   capabilities cap_net_admin,cap_net_raw=ep
              """)
          .absent(
              """
              file /bin/ping should have capabilities cap_net_admin,cap_net_raw   → FAILED (1 finding) in made-up place
                expected:  capabilities cap_net_admin,cap_net_raw
                but was:   nothing is there
              """);
    }
  }

  @Nested
  class HaveNoCapabilities extends ConditionContract<FileStatus> {
    @Override
    protected ConditionExample<FileStatus> example() {
      return ConditionExample.of(file("/bin/ping"), haveCapabilities(), "have no capabilities")
          .holdsIn(MadeUpPlace.empty().with("/bin/ping", ""))
          .isViolatedIn(
              granting(1 << 13),
              """
              file /bin/ping should have no capabilities   → FAILED (1 finding) in made-up place
                expected:  no capabilities
                but was:   capabilities cap_net_raw=ep
              """)
          .negated(
              """
              file /bin/ping should not have no capabilities   → FAILED (1 finding) in made-up place
                expected:  not to have no capabilities
                but was:   no capabilities
              """)
          .absent(
              """
              file /bin/ping should have no capabilities   → FAILED (1 finding) in made-up place
                expected:  no capabilities
                but was:   nothing is there
              """);
    }
  }
}

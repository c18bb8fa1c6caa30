package org.seatrial.check.file;

import static org.seatrial.check.file.ContentConditions.contain;
import static org.seatrial.check.file.ContentConditions.haveContent;
import static org.seatrial.check.file.ContentConditions.haveLine;
import static org.seatrial.check.file.ContentConditions.haveLineMatching;
import static org.seatrial.check.file.ContentConditions.haveOnlyLinesMatching;
import static org.seatrial.check.file.ContentConditions.match;
import static org.seatrial.check.file.FileSubjects.file;

import org.junit.jupiter.api.Nested;
import org.seatrial.check.contract.ConditionContract;
import org.seatrial.check.contract.ConditionExample;
import org.seatrial.check.madeup.MadeUpPlace;

/** The conditions on what a file says, by the contract. */
class ContentConditionsTest {

  private static final MadeUpPlace ON =
      MadeUpPlace.empty().with("/etc/app.conf", "# app\nssl = on\nport = 80\n");

  private static final MadeUpPlace OFF =
      MadeUpPlace.empty().with("/etc/app.conf", "# app\nssl = off\nport = 80\n");

  @Nested
  class Contain extends ConditionContract<FileStatus> {
    @Override
    protected ConditionExample<FileStatus> example() {
      return ConditionExample.of(file("/etc/app.conf"), contain("ssl = on"), "contain \"ssl = on\"")
          .holdsIn(ON)
          .isViolatedIn(
              OFF,
              """
              file /etc/app.conf should contain "ssl = on"   → FAILED (1 finding) in made-up place
                expected:  to contain "ssl = on"
                but was:   26 bytes: "# app\\nssl = off\\nport = 80\\n"
              """)
          .negated(
              """
              file /etc/app.conf should not contain "ssl = on"   → FAILED (1 finding) in made-up place
                expected:  not to contain "ssl = on"
                but was:   line 2: "ssl = on"
              """)
          .absent(
              """
              file /etc/app.conf should contain "ssl = on"   → FAILED (1 finding) in made-up place
                expected:  to contain "ssl = on"
                but was:   nothing is there
              """);
    }
  }

  @Nested
  class Match extends ConditionContract<FileStatus> {
    @Override
    protected ConditionExample<FileStatus> example() {
      return ConditionExample.of(
              file("/etc/app.conf"), match("app\\s+ssl = on\\b"), "match /app\\s+ssl = on\\b/")
          .holdsIn(ON)
          .isViolatedIn(
              OFF,
              """
              file /etc/app.conf should match /app\\s+ssl = on\\b/   → FAILED (1 finding) in made-up place
                expected:  to match /app\\s+ssl = on\\b/
                but was:   26 bytes: "# app\\nssl = off\\nport = 80\\n"
              """)
          .negated(
              """
              file /etc/app.conf should not match /app\\s+ssl = on\\b/   → FAILED (1 finding) in made-up place
                expected:  not to match /app\\s+ssl = on\\b/
                but was:   line 1: "# app"
              """)
          .absent(
              """
              file /etc/app.conf should match /app\\s+ssl = on\\b/   → FAILED (1 finding) in made-up place
                expected:  to match /app\\s+ssl = on\\b/
                but was:   nothing is there
              """);
    }
  }

  @Nested
  class HaveLine extends ConditionContract<FileStatus> {
    @Override
    protected ConditionExample<FileStatus> example() {
      return ConditionExample.of(
              file("/etc/app.conf"), haveLine("ssl = on"), "have line \"ssl = on\"")
          .holdsIn(ON)
          .isViolatedIn(
              OFF,
              """
              file /etc/app.conf should have line "ssl = on"   → FAILED (1 finding) in made-up place
                expected:  to have line "ssl = on"
                but was:   26 bytes: "# app\\nssl = off\\nport = 80\\n"
              """)
          .negated(
              """
              file /etc/app.conf should not have line "ssl = on"   → FAILED (1 finding) in made-up place
                expected:  not to have line "ssl = on"
                but was:   line 2: "ssl = on"
              """)
          .absent(
              """
              file /etc/app.conf should have line "ssl = on"   → FAILED (1 finding) in made-up place
                expected:  to have line "ssl = on"
                but was:   nothing is there
              """);
    }
  }

  @Nested
  class HaveLineMatching extends ConditionContract<FileStatus> {
    @Override
    protected ConditionExample<FileStatus> example() {
      return ConditionExample.of(
              file("/etc/app.conf"),
              haveLineMatching("^ssl.*on$"),
              "have a line matching /^ssl.*on$/")
          .holdsIn(ON)
          .isViolatedIn(
              OFF,
              """
              file /etc/app.conf should have a line matching /^ssl.*on$/   → FAILED (1 finding) in made-up place
                expected:  to have a line matching /^ssl.*on$/
                but was:   26 bytes: "# app\\nssl = off\\nport = 80\\n"
              """)
          .negated(
              """
              file /etc/app.conf should not have a line matching /^ssl.*on$/   → FAILED (1 finding) in made-up place
                expected:  not to have a line matching /^ssl.*on$/
                but was:   line 2: "ssl = on"
              """)
          .absent(
              """
              file /etc/app.conf should have a line matching /^ssl.*on$/   → FAILED (1 finding) in made-up place
                expected:  to have a line matching /^ssl.*on$/
                but was:   nothing is there
              """);
    }
  }

  @Nested
  class HaveOnlyLinesMatching extends ConditionContract<FileStatus> {
    @Override
    protected ConditionExample<FileStatus> example() {
      return ConditionExample.of(
              file("/etc/app.conf"),
              haveOnlyLinesMatching("^#|= (on|\\d+)$"),
              "have only lines matching /^#|= (on|\\d+)$/")
          .holdsIn(ON)
          .isViolatedIn(
              OFF,
              """
              file /etc/app.conf should have only lines matching /^#|= (on|\\d+)$/   → FAILED (1 finding) in made-up place
                expected:  to have only lines matching /^#|= (on|\\d+)$/
                but was:   1 of 3 lines does not match, first line 2: "ssl = off"
              """)
          .negated(
              """
              file /etc/app.conf should not have only lines matching /^#|= (on|\\d+)$/   → FAILED (1 finding) in made-up place
                expected:  not to have only lines matching /^#|= (on|\\d+)$/
                but was:   3 lines, and all match
              """)
          .absent(
              """
              file /etc/app.conf should have only lines matching /^#|= (on|\\d+)$/   → FAILED (1 finding) in made-up place
                expected:  to have only lines matching /^#|= (on|\\d+)$/
                but was:   nothing is there
              """);
    }
  }

  @Nested
  class HaveContent extends ConditionContract<FileStatus> {
    @Override
    protected ConditionExample<FileStatus> example() {
      return ConditionExample.of(
              file("/etc/app.conf"),
              haveContent("# app\nssl = on\nport = 80\n"),
              "have content \"# app\\nssl = on\\nport = 80\\n\"")
          .holdsIn(ON)
          .isViolatedIn(
              OFF,
              """
              file /etc/app.conf should have content "# app\\nssl = on\\nport = 80\\n"   → FAILED (1 finding) in made-up place
                expected:  content "# app\\nssl = on\\nport = 80\\n"
                but was:   content "# app\\nssl = off\\nport = 80\\n"; it differs in line 2: "ssl = off"
              """)
          .negated(
              """
              file /etc/app.conf should not have content "# app\\nssl = on\\nport = 80\\n"   → FAILED (1 finding) in made-up place
                expected:  not to have content "# app\\nssl = on\\nport = 80\\n"
                but was:   content "# app\\nssl = on\\nport = 80\\n"
              """)
          .absent(
              """
              file /etc/app.conf should have content "# app\\nssl = on\\nport = 80\\n"   → FAILED (1 finding) in made-up place
                expected:  content "# app\\nssl = on\\nport = 80\\n"
                but was:   nothing is there
              """);
    }
  }
}

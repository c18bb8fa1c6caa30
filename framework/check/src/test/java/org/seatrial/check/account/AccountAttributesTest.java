package org.seatrial.check.account;

import static org.seatrial.check.account.AccountConditions.haveGid;
import static org.seatrial.check.account.AccountConditions.haveHome;
import static org.seatrial.check.account.AccountConditions.havePrimaryGid;
import static org.seatrial.check.account.AccountConditions.haveShell;
import static org.seatrial.check.account.AccountConditions.haveUid;
import static org.seatrial.check.account.AccountSubjects.group;
import static org.seatrial.check.account.AccountSubjects.user;
import static org.seatrial.check.value.ValueConditions.be;
import static org.seatrial.check.value.ValueConditions.beAtLeast;
import static org.seatrial.check.value.ValueConditions.beLessThan;
import static org.seatrial.check.value.ValueConditions.beTextMatching;

import org.junit.jupiter.api.Nested;
import org.seatrial.check.contract.ConditionContract;
import org.seatrial.check.contract.ConditionExample;
import org.seatrial.check.madeup.MadeUpPlace;

/** The conditions on the values of an account's attributes, by the contract. */
class AccountAttributesTest {

  private static final MadeUpPlace GOOD =
      MadeUpPlace.empty()
          .with("/etc/passwd", "app:x:999:0::/srv:/sbin/nologin\n")
          .with("/etc/group", "wheel:x:110:\n");

  private static final MadeUpPlace BAD =
      MadeUpPlace.empty()
          .with("/etc/passwd", "app:x:1000:42::/home/app:/bin/sh\n")
          .with("/etc/group", "wheel:x:10:\n");

  @Nested
  class HaveUid extends ConditionContract<User> {
    @Override
    protected ConditionExample<User> example() {
      return ConditionExample.of(
              user("app"), haveUid(beLessThan(1000)), "have uid be less than 1000")
          .holdsIn(GOOD)
          .isViolatedIn(
              BAD,
              """
              user app should have uid be less than 1000   → FAILED (1 finding) in made-up place
                expected:  to have uid be less than 1000
                but was:   1000
              """)
          .negated(
              """
              user app should not have uid be less than 1000   → FAILED (1 finding) in made-up place
                expected:  not to have uid be less than 1000
                but was:   999
              """)
          .absent(
              """
              user app should have uid be less than 1000   → FAILED (1 finding) in made-up place
                expected:  to have uid be less than 1000
                but was:   nothing is there
              """);
    }
  }

  @Nested
  class HavePrimaryGid extends ConditionContract<User> {
    @Override
    protected ConditionExample<User> example() {
      return ConditionExample.of(user("app"), havePrimaryGid(be(0)), "have primary gid be 0")
          .holdsIn(GOOD)
          .isViolatedIn(
              BAD,
              """
              user app should have primary gid be 0   → FAILED (1 finding) in made-up place
                expected:  to have primary gid be 0
                but was:   42
              """)
          .negated(
              """
              user app should not have primary gid be 0   → FAILED (1 finding) in made-up place
                expected:  not to have primary gid be 0
                but was:   0
              """)
          .absent(
              """
              user app should have primary gid be 0   → FAILED (1 finding) in made-up place
                expected:  to have primary gid be 0
                but was:   nothing is there
              """);
    }
  }

  @Nested
  class HaveHome extends ConditionContract<User> {
    @Override
    protected ConditionExample<User> example() {
      return ConditionExample.of(
              user("app"), haveHome(beTextMatching("^/srv")), "have home be text matching /^/srv/")
          .holdsIn(GOOD)
          .isViolatedIn(
              BAD,
              """
              user app should have home be text matching /^/srv/   → FAILED (1 finding) in made-up place
                expected:  to have home be text matching /^/srv/
                but was:   "/home/app"
              """)
          .negated(
              """
              user app should not have home be text matching /^/srv/   → FAILED (1 finding) in made-up place
                expected:  not to have home be text matching /^/srv/
                but was:   "/srv"
              """)
          .absent(
              """
              user app should have home be text matching /^/srv/   → FAILED (1 finding) in made-up place
                expected:  to have home be text matching /^/srv/
                but was:   nothing is there
              """);
    }
  }

  @Nested
  class HaveShell extends ConditionContract<User> {
    @Override
    protected ConditionExample<User> example() {
      return ConditionExample.of(
              user("app"),
              haveShell(beTextMatching("nologin$")),
              "have shell be text matching /nologin$/")
          .holdsIn(GOOD)
          .isViolatedIn(
              BAD,
              """
              user app should have shell be text matching /nologin$/   → FAILED (1 finding) in made-up place
                expected:  to have shell be text matching /nologin$/
                but was:   "/bin/sh"
              """)
          .negated(
              """
              user app should not have shell be text matching /nologin$/   → FAILED (1 finding) in made-up place
                expected:  not to have shell be text matching /nologin$/
                but was:   "/sbin/nologin"
              """)
          .absent(
              """
              user app should have shell be text matching /nologin$/   → FAILED (1 finding) in made-up place
                expected:  to have shell be text matching /nologin$/
                but was:   nothing is there
              """);
    }
  }

  @Nested
  class HaveGid extends ConditionContract<Group> {
    @Override
    protected ConditionExample<Group> example() {
      return ConditionExample.of(
              group("wheel"), haveGid(beAtLeast(100)), "have gid be at least 100")
          .holdsIn(GOOD)
          .isViolatedIn(
              BAD,
              """
              group wheel should have gid be at least 100   → FAILED (1 finding) in made-up place
                expected:  to have gid be at least 100
                but was:   10
              """)
          .negated(
              """
              group wheel should not have gid be at least 100   → FAILED (1 finding) in made-up place
                expected:  not to have gid be at least 100
                but was:   110
              """)
          .absent(
              """
              group wheel should have gid be at least 100   → FAILED (1 finding) in made-up place
                expected:  to have gid be at least 100
                but was:   nothing is there
              """);
    }
  }
}

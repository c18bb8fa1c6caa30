package org.seatrial.check.account;

import static org.seatrial.check.account.AccountConditions.beInGroup;
import static org.seatrial.check.account.AccountConditions.haveEntryFor;
import static org.seatrial.check.account.AccountConditions.haveGid;
import static org.seatrial.check.account.AccountConditions.haveHome;
import static org.seatrial.check.account.AccountConditions.havePrimaryGid;
import static org.seatrial.check.account.AccountConditions.haveShell;
import static org.seatrial.check.account.AccountConditions.haveUid;
import static org.seatrial.check.account.AccountSubjects.group;
import static org.seatrial.check.account.AccountSubjects.passwd;
import static org.seatrial.check.account.AccountSubjects.user;

import org.junit.jupiter.api.Nested;
import org.seatrial.check.contract.ConditionContract;
import org.seatrial.check.contract.ConditionExample;
import org.seatrial.check.madeup.MadeUpPlace;

/** The conditions on accounts, by the contract. */
class AccountConditionsTest {

  private static final MadeUpPlace GOOD =
      MadeUpPlace.empty()
          .with("/etc/passwd", "app:x:1001:0::/srv:/sbin/nologin\n")
          .with("/etc/group", "root:x:0:\nwheel:x:10:root,app\n");

  private static final MadeUpPlace BAD =
      MadeUpPlace.empty()
          .with("/etc/passwd", "app:x:0:42::/:/bin/sh\n")
          .with("/etc/group", "shadow:x:42:\nwheel:x:11:app\n");

  @Nested
  class HaveUid extends ConditionContract<User> {
    @Override
    protected ConditionExample<User> example() {
      return ConditionExample.of(user("app"), haveUid(1001), "have uid 1001")
          .holdsIn(GOOD)
          .isViolatedIn(
              BAD,
              """
              user app should have uid 1001   → FAILED (1 finding) in made-up place
                expected:  uid 1001
                but was:   uid 0
              """)
          .negated(
              """
              user app should not have uid 1001   → FAILED (1 finding) in made-up place
                expected:  not to have uid 1001
                but was:   uid 1001
              """)
          .absent(
              """
              user app should have uid 1001   → FAILED (1 finding) in made-up place
                expected:  uid 1001
                but was:   nothing is there
              """);
    }
  }

  @Nested
  class HavePrimaryGid extends ConditionContract<User> {
    @Override
    protected ConditionExample<User> example() {
      return ConditionExample.of(user("app"), havePrimaryGid(0), "have primary gid 0")
          .holdsIn(GOOD)
          .isViolatedIn(
              BAD,
              """
              user app should have primary gid 0   → FAILED (1 finding) in made-up place
                expected:  primary gid 0
                but was:   primary gid 42
              """)
          .negated(
              """
              user app should not have primary gid 0   → FAILED (1 finding) in made-up place
                expected:  not to have primary gid 0
                but was:   primary gid 0
              """)
          .absent(
              """
              user app should have primary gid 0   → FAILED (1 finding) in made-up place
                expected:  primary gid 0
                but was:   nothing is there
              """);
    }
  }

  @Nested
  class HaveHome extends ConditionContract<User> {
    @Override
    protected ConditionExample<User> example() {
      return ConditionExample.of(user("app"), haveHome("/srv"), "have home /srv")
          .holdsIn(GOOD)
          .isViolatedIn(
              BAD,
              """
              user app should have home /srv   → FAILED (1 finding) in made-up place
                expected:  home /srv
                but was:   home /
              """)
          .negated(
              """
              user app should not have home /srv   → FAILED (1 finding) in made-up place
                expected:  not to have home /srv
                but was:   home /srv
              """)
          .absent(
              """
              user app should have home /srv   → FAILED (1 finding) in made-up place
                expected:  home /srv
                but was:   nothing is there
              """);
    }
  }

  @Nested
  class HaveShell extends ConditionContract<User> {
    @Override
    protected ConditionExample<User> example() {
      return ConditionExample.of(
              user("app"), haveShell("/sbin/nologin"), "have shell /sbin/nologin")
          .holdsIn(GOOD)
          .isViolatedIn(
              BAD,
              """
              user app should have shell /sbin/nologin   → FAILED (1 finding) in made-up place
                expected:  shell /sbin/nologin
                but was:   shell /bin/sh
              """)
          .negated(
              """
              user app should not have shell /sbin/nologin   → FAILED (1 finding) in made-up place
                expected:  not to have shell /sbin/nologin
                but was:   shell /sbin/nologin
              """)
          .absent(
              """
              user app should have shell /sbin/nologin   → FAILED (1 finding) in made-up place
                expected:  shell /sbin/nologin
                but was:   nothing is there
              """);
    }
  }

  @Nested
  class BeInGroup extends ConditionContract<User> {
    @Override
    protected ConditionExample<User> example() {
      return ConditionExample.of(user("app"), beInGroup("root"), "be in group root")
          .holdsIn(GOOD)
          .isViolatedIn(
              BAD,
              """
              user app should be in group root   → FAILED (1 finding) in made-up place
                expected:  group root
                but was:   groups shadow, wheel
              """)
          .negated(
              """
              user app should not be in group root   → FAILED (1 finding) in made-up place
                expected:  not to be in group root
                but was:   groups root, wheel
              """)
          .absent(
              """
              user app should be in group root   → FAILED (1 finding) in made-up place
                expected:  group root
                but was:   nothing is there
              """);
    }
  }

  @Nested
  class HaveGid extends ConditionContract<Group> {
    @Override
    protected ConditionExample<Group> example() {
      return ConditionExample.of(group("wheel"), haveGid(10), "have gid 10")
          .holdsIn(GOOD)
          .isViolatedIn(
              BAD,
              """
              group wheel should have gid 10   → FAILED (1 finding) in made-up place
                expected:  gid 10
                but was:   gid 11
              """)
          .negated(
              """
              group wheel should not have gid 10   → FAILED (1 finding) in made-up place
                expected:  not to have gid 10
                but was:   gid 10
              """)
          .absent(
              """
              group wheel should have gid 10   → FAILED (1 finding) in made-up place
                expected:  gid 10
                but was:   nothing is there
              """);
    }
  }

  @Nested
  class HaveEntryForUid extends ConditionContract<Accounts> {
    @Override
    protected ConditionExample<Accounts> example() {
      return ConditionExample.of(passwd(), haveEntryFor(1001), "have an entry for uid 1001")
          .holdsIn(GOOD)
          .isViolatedIn(
              MadeUpPlace.empty().with("/etc/passwd", "root:x:0:0::/root:/bin/sh\n"),
              """
              passwd should have an entry for uid 1001   → FAILED (1 finding) in made-up place
                expected:  an entry for uid 1001
                but was:   none among 1 user, 0 groups
              """)
          .negated(
              """
              passwd should not have an entry for uid 1001   → FAILED (1 finding) in made-up place
                expected:  not to have an entry for uid 1001
                but was:   app, uid 1001, gid 0, home /srv, shell /sbin/nologin
              """)
          .absent(
              """
              passwd should have an entry for uid 1001   → FAILED (1 finding) in made-up place
                expected:  an entry for uid 1001
                but was:   nothing is there
              """);
    }
  }

  @Nested
  class HaveEntryForName extends ConditionContract<Accounts> {
    @Override
    protected ConditionExample<Accounts> example() {
      return ConditionExample.of(passwd(), haveEntryFor("app"), "have an entry for app")
          .holdsIn(GOOD)
          .isViolatedIn(
              MadeUpPlace.empty().with("/etc/passwd", "root:x:0:0::/root:/bin/sh\n"),
              """
              passwd should have an entry for app   → FAILED (1 finding) in made-up place
                expected:  an entry for app
                but was:   none among 1 user, 0 groups
              """)
          .negated(
              """
              passwd should not have an entry for app   → FAILED (1 finding) in made-up place
                expected:  not to have an entry for app
                but was:   app, uid 1001, gid 0, home /srv, shell /sbin/nologin
              """)
          .absent(
              """
              passwd should have an entry for app   → FAILED (1 finding) in made-up place
                expected:  an entry for app
                but was:   nothing is there
              """);
    }
  }
}

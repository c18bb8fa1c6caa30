package org.seatrial.check.account;

import java.util.Optional;
import java.util.function.Function;
import org.seatrial.check.Condition;
import org.seatrial.check.Judgement;
import org.seatrial.check.file.FileStatus;

/**
 * The conditions on accounts. To be imported statically. All are violated when nothing is there.
 */
public final class AccountConditions {

  private AccountConditions() {}

  /** Require this user id. */
  public static Condition<User> haveUid(long uid) {
    return equal("uid " + uid, user -> "uid " + user.uid());
  }

  /** Require this id of the primary group. */
  public static Condition<User> havePrimaryGid(long gid) {
    return equal("primary gid " + gid, user -> "primary gid " + user.gid());
  }

  /** Require this home folder, as written in passwd. */
  public static Condition<User> haveHome(String path) {
    return equal("home " + path, user -> "home " + user.home());
  }

  /** Require this login shell, as written in passwd. */
  public static Condition<User> haveShell(String path) {
    return equal("shell " + path, user -> "shell " + user.shell());
  }

  /** Require that the account is in this group, as its primary or another one. */
  public static Condition<User> beInGroup(String name) {
    return Condition.of(
        "be in group " + name,
        "group " + name,
        (known, facts) -> {
          User user = known.value();
          return Judgement.of(
              user.groups().contains(name),
              "group " + name,
              "groups " + String.join(", ", user.groups()),
              known.evidence());
        });
  }

  /** Require this group id. */
  public static Condition<Group> haveGid(long gid) {
    return equal("gid " + gid, group -> "gid " + group.gid());
  }

  /** Require that passwd has an entry for this uid. */
  public static Condition<Accounts> haveEntryFor(long uid) {
    String expected = "an entry for uid " + uid;
    return Condition.of(
        "have " + expected,
        expected,
        (known, facts) -> {
          Optional<User> user = known.value().user(uid);
          return Judgement.of(
              user.isPresent(),
              expected,
              user.map(User::description).orElse("no entry among " + known.value().users().size()),
              known.evidence());
        });
  }

  /** Require that passwd has an entry of this name. */
  public static Condition<Accounts> haveEntryFor(String name) {
    String expected = "an entry for " + name;
    return Condition.of(
        "have " + expected,
        expected,
        (known, facts) -> {
          Optional<User> user = known.value().user(name);
          return Judgement.of(
              user.isPresent(),
              expected,
              user.map(User::description).orElse("no entry among " + known.value().users().size()),
              known.evidence());
        });
  }

  /**
   * Require this owner and group by name, as the accounts of the same place name them: {@code file
   * /etc/shadow should be owned by root:shadow}.
   */
  public static Condition<FileStatus> beOwnedBy(String user, String group) {
    return new OwnedByName(user, group);
  }

  private static <T> Condition<T> equal(String expected, Function<T, String> actual) {
    return Condition.of(
        "have " + expected,
        expected,
        (known, facts) -> {
          String shown = actual.apply(known.value());
          return Judgement.of(shown.equals(expected), expected, shown, known.evidence());
        });
  }
}

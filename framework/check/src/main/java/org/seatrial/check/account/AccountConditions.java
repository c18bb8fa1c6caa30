package org.seatrial.check.account;

import java.util.Optional;
import java.util.function.Function;
import org.seatrial.check.Condition;
import org.seatrial.check.Judgement;
import org.seatrial.check.file.FileStatus;
import org.seatrial.check.process.Processes;
import org.seatrial.check.value.Attribute;
import org.seatrial.check.value.JsonValue;

/**
 * The conditions on accounts. To be imported statically. All are violated when nothing is there.
 * Where a condition is taken, it is one of {@link org.seatrial.check.value.ValueConditions}.
 */
public final class AccountConditions {

  private AccountConditions() {}

  /** Require this user id. */
  public static Condition<User> haveUid(long uid) {
    return equal("uid " + uid, user -> "uid " + user.uid());
  }

  /** Require that the condition holds of the user id: {@code have uid be less than 1000}. */
  public static Condition<User> haveUid(Condition<? super JsonValue> condition) {
    return new Attribute<User>("have uid", user -> JsonValue.of(user.uid())).condition(condition);
  }

  /** Require this id of the primary group. */
  public static Condition<User> havePrimaryGid(long gid) {
    return equal("primary gid " + gid, user -> "primary gid " + user.gid());
  }

  /** Require that the condition holds of the id of the primary group. */
  public static Condition<User> havePrimaryGid(Condition<? super JsonValue> condition) {
    return new Attribute<User>("have primary gid", user -> JsonValue.of(user.gid()))
        .condition(condition);
  }

  /** Require this home folder, as written in passwd. */
  public static Condition<User> haveHome(String path) {
    return equal("home " + path, user -> "home " + user.home());
  }

  /** Require that the condition holds of the home folder, as written in passwd. */
  public static Condition<User> haveHome(Condition<? super JsonValue> condition) {
    return new Attribute<User>("have home", user -> JsonValue.of(user.home())).condition(condition);
  }

  /** Require this login shell, as written in passwd. */
  public static Condition<User> haveShell(String path) {
    return equal("shell " + path, user -> "shell " + user.shell());
  }

  /** Require that the condition holds of the login shell, as written in passwd. */
  public static Condition<User> haveShell(Condition<? super JsonValue> condition) {
    return new Attribute<User>("have shell", user -> JsonValue.of(user.shell()))
        .condition(condition);
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
              user.groups().isEmpty()
                  ? "no group that has a name"
                  : "groups " + String.join(", ", user.groups()),
              known.evidence());
        });
  }

  /** Require this group id. */
  public static Condition<Group> haveGid(long gid) {
    return equal("gid " + gid, group -> "gid " + group.gid());
  }

  /** Require that the condition holds of the group id: {@code have gid be at least 100}. */
  public static Condition<Group> haveGid(Condition<? super JsonValue> condition) {
    return new Attribute<Group>("have gid", group -> JsonValue.of(group.gid()))
        .condition(condition);
  }

  /** Require that passwd has an entry for this uid. */
  public static Condition<Accounts> haveEntryFor(long uid) {
    return entry("an entry for uid " + uid, accounts -> accounts.user(uid));
  }

  /** Require that passwd has an entry of this name. */
  public static Condition<Accounts> haveEntryFor(String name) {
    return entry("an entry for " + name, accounts -> accounts.user(name));
  }

  /**
   * Require that passwd has an entry for the user of the application, as the application itself
   * sees it: in the file, or through nss_wrapper. {@link CurrentUserEntry} narrows it to one of the
   * ways: {@code passwd().should(haveEntryFor(currentUser()).throughNssWrapper())}.
   */
  public static CurrentUserEntry haveEntryFor(CurrentUser user) {
    return CurrentUserEntry.byAnyWay(user);
  }

  /** Return the user of the application, whoever that is: the first process that is no init. */
  public static CurrentUser currentUser() {
    return CurrentUser.OF_APPLICATION;
  }

  /**
   * Require that processes run as this user, real and effective, as the passwd of the same place
   * names it. An id without a name is written as digits.
   */
  public static Condition<Processes> runAsUser(String name) {
    return Condition.ofAll(Processes::selected, new RunAsName(name));
  }

  /**
   * Require this owner and group by name, as the accounts of the same place name them: {@code file
   * /etc/shadow should be owned by root:shadow}. An id without a name is written as digits.
   */
  public static Condition<FileStatus> beOwnedBy(String user, String group) {
    return OwnedByName.both(user, group);
  }

  /** Require this owner by name, whatever the group: {@code be owned by user root}. */
  public static Condition<FileStatus> beOwnedByUser(String user) {
    return OwnedByName.user(user);
  }

  /** Require this group by name, whoever the owner: {@code be of group shadow}. */
  public static Condition<FileStatus> beOfGroup(String group) {
    return OwnedByName.group(group);
  }

  private static Condition<Accounts> entry(
      String expected, Function<Accounts, Optional<User>> find) {
    return Condition.of(
        "have " + expected,
        expected,
        (known, facts) -> {
          Accounts accounts = known.value();
          Optional<User> user = find.apply(accounts);
          return Judgement.of(
              user.isPresent(),
              expected,
              user.map(User::description).orElse("none among " + accounts.description()),
              known.evidence());
        });
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

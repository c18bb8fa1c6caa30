package org.seatrial.check.account;

import org.seatrial.check.Subject;

/**
 * The subjects that are accounts: the beginnings of sentences about them. To be imported
 * statically.
 */
public final class AccountSubjects {

  private AccountSubjects() {}

  /**
   * Look at an account, by name or by uid: {@code user("postgres").should(exist(), haveUid(1001))}.
   */
  public static Subject<User> user(String nameOrUid) {
    return new AccountSubject<>("user", nameOrUid, new UserRequest(nameOrUid));
  }

  /** Look at the account of this uid. */
  public static Subject<User> user(long uid) {
    return user(Long.toString(uid));
  }

  /** Look at a group, by name or by gid: {@code group("ssl-cert").should(exist())}. */
  public static Subject<Group> group(String nameOrGid) {
    return new AccountSubject<>("group", nameOrGid, new GroupRequest(nameOrGid));
  }

  /** Look at the group of this gid. */
  public static Subject<Group> group(long gid) {
    return group(Long.toString(gid));
  }

  /** Look at all accounts: {@code passwd().should(haveEntryFor(1001))}. */
  public static Subject<Accounts> passwd() {
    return new AccountSubject<>("passwd", "", new AccountsRequest());
  }
}

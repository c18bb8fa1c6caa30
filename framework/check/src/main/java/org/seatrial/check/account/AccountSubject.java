package org.seatrial.check.account;

import org.seatrial.check.Request;
import org.seatrial.check.Subject;

/**
 * A user, a group, or all accounts.
 *
 * @param <S> what is observed: {@link User}, {@link Group} or {@link Accounts}
 */
public final class AccountSubject<S> extends Subject<S> {

  private final Request<S> request;

  private AccountSubject(String noun, String name, Request<S> request) {
    super(noun, name);
    this.request = request;
  }

  /**
   * Look at an account, by name or by uid: {@code user("postgres").should(exist(), haveUid(1001))}.
   */
  public static AccountSubject<User> user(String nameOrUid) {
    return new AccountSubject<>("user", nameOrUid, new UserRequest(nameOrUid));
  }

  /** Look at the account of this uid. */
  public static AccountSubject<User> user(long uid) {
    return user(Long.toString(uid));
  }

  /** Look at a group, by name or by gid: {@code group("ssl-cert").should(exist())}. */
  public static AccountSubject<Group> group(String nameOrGid) {
    return new AccountSubject<>("group", nameOrGid, new GroupRequest(nameOrGid));
  }

  /** Look at the group of this gid. */
  public static AccountSubject<Group> group(long gid) {
    return group(Long.toString(gid));
  }

  /** Look at all accounts: {@code passwd().should(haveEntryFor(1001))}. */
  public static AccountSubject<Accounts> passwd() {
    return new AccountSubject<>("passwd", "", new AccountsRequest());
  }

  @Override
  protected Request<S> request() {
    return request;
  }
}

package org.seatrial.check.account;

import org.seatrial.check.Request;
import org.seatrial.check.Subject;

/** A user, a group, or all accounts. */
final class AccountSubject<S> extends Subject<S> {

  private final Request<S> request;

  AccountSubject(String noun, String name, Request<S> request) {
    super(noun, name);
    this.request = request;
  }

  @Override
  protected Request<S> request() {
    return request;
  }
}

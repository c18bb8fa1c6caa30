package org.seatrial.check.account;

import java.util.Set;
import org.seatrial.check.Answer;
import org.seatrial.check.DerivedRequest;
import org.seatrial.check.Facts;
import org.seatrial.check.Request;

/**
 * Asks for the account of this name or, where the key is a number and no account has that name, of
 * this uid. Absent: there is none.
 *
 * @param key name or uid
 */
record UserRequest(String key) implements DerivedRequest<User> {

  @Override
  public Set<Request<?>> sources() {
    return Set.of(new AccountIndex.Wanted());
  }

  @Override
  public Answer<User> derive(Facts facts) {
    return facts
        .get(new AccountIndex.Wanted())
        .then(index -> index.user(key).map(Answer::known).orElseGet(Answer::absent));
  }
}

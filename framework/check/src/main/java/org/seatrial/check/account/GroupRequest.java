package org.seatrial.check.account;

import java.util.Set;
import org.seatrial.check.Answer;
import org.seatrial.check.DerivedRequest;
import org.seatrial.check.Facts;
import org.seatrial.check.Request;

/**
 * Asks for the group of this name or, where the key is a number and no group has that name, of this
 * gid. Absent: there is none.
 *
 * @param key name or gid
 */
record GroupRequest(String key) implements DerivedRequest<Group> {

  @Override
  public Set<Request<?>> sources() {
    return Set.of(new AccountIndex.Wanted());
  }

  @Override
  public Answer<Group> derive(Facts facts) {
    return facts
        .get(new AccountIndex.Wanted())
        .then(index -> index.group(key).map(Answer::known).orElseGet(Answer::absent));
  }
}

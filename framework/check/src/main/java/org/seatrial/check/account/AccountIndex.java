package org.seatrial.check.account;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.seatrial.check.Answer;
import org.seatrial.check.DerivedRequest;
import org.seatrial.check.Facts;
import org.seatrial.check.Request;

/** Finds accounts by name and by number without a walk over all; the first of a kind counts. */
final class AccountIndex {

  private final Map<String, User> users = new HashMap<>();
  private final Map<String, User> usersByNumber = new HashMap<>();
  private final Map<String, Group> groups = new HashMap<>();
  private final Map<String, Group> groupsByNumber = new HashMap<>();

  private AccountIndex(Accounts accounts) {
    for (User user : accounts.users()) {
      users.putIfAbsent(user.name(), user);
      usersByNumber.putIfAbsent(Long.toString(user.uid()), user);
    }
    for (Group group : accounts.groups()) {
      groups.putIfAbsent(group.name(), group);
      groupsByNumber.putIfAbsent(Long.toString(group.gid()), group);
    }
  }

  /** Asks for the index: once for all that is looked up. */
  record Wanted() implements DerivedRequest<AccountIndex> {

    @Override
    public Set<Request<?>> sources() {
      return Set.of(new AccountsRequest());
    }

    @Override
    public Answer<AccountIndex> derive(Facts facts) {
      return facts.get(new AccountsRequest()).map(AccountIndex::new);
    }
  }

  /** Return the user of this name, else the one of this uid if it is one in decimal digits. */
  Optional<User> user(String key) {
    return Optional.ofNullable(users.get(key))
        .or(() -> Optional.ofNullable(usersByNumber.get(key)));
  }

  /** Return the group of this name, else the one of this gid if it is one in decimal digits. */
  Optional<Group> group(String key) {
    return Optional.ofNullable(groups.get(key))
        .or(() -> Optional.ofNullable(groupsByNumber.get(key)));
  }

  /** Return the name of this uid, else its digits. */
  String nameOfUser(long uid) {
    String digits = Long.toString(uid);
    User user = usersByNumber.get(digits);
    return user == null ? digits : user.name();
  }

  /** Return the name of this gid, else its digits. */
  String nameOfGroup(long gid) {
    String digits = Long.toString(gid);
    Group group = groupsByNumber.get(digits);
    return group == null ? digits : group.name();
  }
}

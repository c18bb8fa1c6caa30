package org.seatrial.check.account;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.seatrial.check.InspectionException;

/** Which groups each account is in, computed once for all accounts: both files may be long. */
final class Membership {

  /** How often users may be in groups, all of them together: two hostile files multiply. */
  static final int MOST = 1_000_000;

  private final Map<Long, String> names = new HashMap<>();
  private final Map<String, SortedSet<String>> byMember = new HashMap<>();
  private int counted;

  Membership(List<Group> groups) {
    for (Group group : groups) {
      names.putIfAbsent(group.gid(), group.name());
      for (String member : group.members()) {
        byMember.computeIfAbsent(member, m -> new TreeSet<>()).add(group.name());
      }
    }
  }

  List<User> complete(List<User> users) {
    return users.stream().map(this::complete).toList();
  }

  private User complete(User user) {
    SortedSet<String> groups = new TreeSet<>(byMember.getOrDefault(user.name(), new TreeSet<>()));
    String primary = names.get(user.gid());
    if (primary != null) {
      groups.add(primary);
    }
    counted += groups.size();
    if (counted > MOST) {
      throw new InspectionException(
          "/etc/passwd and /etc/group put users into groups more than " + MOST + " times");
    }
    return new User(
        user.name(),
        user.password(),
        user.uid(),
        user.gid(),
        user.comment(),
        user.home(),
        user.shell(),
        List.copyOf(groups));
  }
}

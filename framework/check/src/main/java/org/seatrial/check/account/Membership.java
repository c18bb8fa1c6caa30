package org.seatrial.check.account;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which groups each account is in, computed once for all accounts: both files may be long. */
final class Membership {

  private final Map<Long, String> names = new HashMap<>();
  private final Map<String, SortedSet<String>> byMember = new HashMap<>();

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

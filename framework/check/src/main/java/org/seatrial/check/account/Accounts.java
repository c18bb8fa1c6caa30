package org.seatrial.check.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.seatrial.check.Described;
import org.seatrial.check.InspectionException;

/**
 * The accounts of a system. Lines that the C library would skip are kept apart: NIS entries ({@code
 * +…}, {@code -…}), and lines with too few or too many fields or with an id that is no number.
 *
 * @param users in the order of {@code /etc/passwd}
 * @param groups in the order of {@code /etc/group}
 * @param malformed the first 100 lines that could not be read, comments and empty lines aside,
 *     printable
 */
public record Accounts(List<User> users, List<Group> groups, List<String> malformed)
    implements Described {

  private static final int USER_FIELDS = 7;
  private static final int GROUP_FIELDS = 4;

  public Accounts {
    users = List.copyOf(users);
    groups = List.copyOf(groups);
    malformed = List.copyOf(malformed);
  }

  /**
   * Read both files.
   *
   * @param passwd the text of {@code /etc/passwd}
   * @param group the text of {@code /etc/group}; empty when there is none
   * @throws InspectionException when one has more than 100,000 lines, or when both together put
   *     users into groups more than a million times
   */
  public static Accounts parse(String passwd, String group) {
    List<String> malformed = new ArrayList<>();
    List<Group> groups =
        new AccountFile("/etc/group", group).entries(GROUP_FIELDS, Accounts::group, malformed);
    List<User> bare =
        new AccountFile("/etc/passwd", passwd).entries(USER_FIELDS, Accounts::user, malformed);
    return new Accounts(new Membership(groups).complete(bare), groups, malformed);
  }

  /** Return the first user of this name, as the C library finds it. */
  public Optional<User> user(String name) {
    return users.stream().filter(user -> user.name().equals(name)).findFirst();
  }

  /** Return the first user of this id. */
  public Optional<User> user(long uid) {
    return users.stream().filter(user -> user.uid() == uid).findFirst();
  }

  /** Return the first group of this name. */
  public Optional<Group> group(String name) {
    return groups.stream().filter(group -> group.name().equals(name)).findFirst();
  }

  /** Return the first group of this id. */
  public Optional<Group> group(long gid) {
    return groups.stream().filter(group -> group.gid() == gid).findFirst();
  }

  @Override
  public String label() {
    return "passwd";
  }

  @Override
  public String description() {
    return counted(users.size(), "user") + ", " + counted(groups.size(), "group");
  }

  private static String counted(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  private static Optional<User> user(String[] fields) {
    if (fields.length != USER_FIELDS) {
      return Optional.empty();
    }
    OptionalLong uid = AccountFile.id(fields[2]);
    OptionalLong gid = AccountFile.id(fields[3]);
    if (uid.isEmpty() || gid.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new User(
            fields[0],
            fields[1],
            uid.getAsLong(),
            gid.getAsLong(),
            fields[4],
            fields[5],
            fields[6],
            List.of()));
  }

  private static Optional<Group> group(String[] fields) {
    if (fields.length < GROUP_FIELDS - 1 || fields.length > GROUP_FIELDS) {
      return Optional.empty();
    }
    OptionalLong gid = AccountFile.id(fields[2]);
    List<String> members =
        fields.length < GROUP_FIELDS
            ? List.of()
            : Stream.of(fields[3].split(",")).filter(m -> !m.isEmpty()).toList();
    return gid.isEmpty()
        ? Optional.empty()
        : Optional.of(new Group(fields[0], gid.getAsLong(), members));
  }
}

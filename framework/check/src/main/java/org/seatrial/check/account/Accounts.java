package org.seatrial.check.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.seatrial.check.Described;
import org.seatrial.check.Printable;

/**
 * The accounts of a system. Lines that the C library would skip are kept apart: comments, NIS
 * entries ({@code +…}) and lines with too few fields or with an id that is no number.
 *
 * @param users in the order of {@code /etc/passwd}
 * @param groups in the order of {@code /etc/group}
 * @param malformed the lines that could not be read, comments and empty lines aside, printable
 */
public record Accounts(List<User> users, List<Group> groups, List<String> malformed)
    implements Described {

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
   */
  public static Accounts parse(String passwd, String group) {
    List<String> malformed = new ArrayList<>();
    List<Group> groups = lines(group, "/etc/group", Accounts::group, malformed);
    List<User> bare = lines(passwd, "/etc/passwd", Accounts::user, malformed);
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
    return users.size() + " users, " + groups.size() + " groups";
  }

  private static <T> List<T> lines(
      String text, String file, Function<String[], Optional<T>> read, List<String> malformed) {
    List<T> entries = new ArrayList<>();
    int number = 0;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      Optional<T> entry = read.apply(line.split(":", -1));
      entry.ifPresent(entries::add);
      if (entry.isEmpty()) {
        malformed.add(file + " line " + number + ": " + Printable.of(line, 200));
      }
    }
    return entries;
  }

  private static Optional<User> user(String[] fields) {
    if (fields.length != 7 || fields[0].isEmpty() || fields[0].startsWith("+")) {
      return Optional.empty();
    }
    OptionalLong uid = id(fields[2]);
    OptionalLong gid = id(fields[3]);
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
    if (fields.length < 3
        || fields.length > 4
        || fields[0].isEmpty()
        || fields[0].startsWith("+")) {
      return Optional.empty();
    }
    OptionalLong gid = id(fields[2]);
    List<String> members =
        fields.length < 4
            ? List.of()
            : Stream.of(fields[3].split(",")).filter(m -> !m.isEmpty()).toList();
    return gid.isEmpty()
        ? Optional.empty()
        : Optional.of(new Group(fields[0], gid.getAsLong(), members));
  }

  private static OptionalLong id(String digits) {
    boolean number = !digits.isEmpty() && digits.length() <= 10;
    for (int i = 0; i < digits.length(); i++) {
      number &= digits.charAt(i) >= '0' && digits.charAt(i) <= '9';
    }
    return number ? OptionalLong.of(Long.parseLong(digits)) : OptionalLong.empty();
  }
}

package org.seatrial.check.account;

import java.util.List;
import org.seatrial.check.Described;

/**
 * One account of {@code /etc/passwd}, with the groups of {@code /etc/group} that it is in.
 *
 * @param name login name
 * @param password the second field as it is; {@code x} means that it is in {@code /etc/shadow}
 * @param uid user id
 * @param gid id of the primary group
 * @param comment the fifth field (GECOS)
 * @param home home folder; may be empty
 * @param shell login shell; empty means {@code /bin/sh}
 * @param groups names of its groups, the primary one among them if it has a name; sorted, unique
 */
public record User(
    String name,
    String password,
    long uid,
    long gid,
    String comment,
    String home,
    String shell,
    List<String> groups)
    implements Described {

  public User {
    groups = List.copyOf(groups);
  }

  @Override
  public String label() {
    return name;
  }

  @Override
  public String description() {
    return name + ", uid " + uid + ", gid " + gid + ", home " + home + ", shell " + shell;
  }
}

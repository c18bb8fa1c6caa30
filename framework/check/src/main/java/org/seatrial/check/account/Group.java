package org.seatrial.check.account;

import java.util.List;
import org.seatrial.check.Described;

/**
 * One group of {@code /etc/group}.
 *
 * @param name its name
 * @param gid group id
 * @param members names of the accounts that are in it beside those whose primary group it is
 */
public record Group(String name, long gid, List<String> members) implements Described {

  public Group {
    members = List.copyOf(members);
  }

  @Override
  public String label() {
    return name;
  }

  @Override
  public String description() {
    return name
        + ", gid "
        + gid
        + (members.isEmpty() ? "" : ", members " + String.join(", ", members));
  }
}

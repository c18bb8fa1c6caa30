package org.seatrial.docker;

import java.util.Optional;
import org.seatrial.check.InspectionException;
import org.seatrial.check.file.FileContent;

/** Finds the numbers of a container's user, which the probe image does not know by name. */
final class ContainerUser {

  private ContainerUser() {}

  /** Return {@code uid:gid} in numbers, as the engine would take this user. */
  static String of(Engine engine, ContainerDetails details, String user) {
    String name = user.isEmpty() ? "0" : user;
    int colon = name.indexOf(':');
    String account = colon < 0 ? name : name.substring(0, colon);
    String group = colon < 0 ? "" : name.substring(colon + 1);
    if (isNumber(account) && isNumber(group)) {
      return account + ":" + group;
    }
    ContainerFiles files = ContainerFiles.of(engine, details.id());
    Optional<String[]> entry = entry(files, "/etc/passwd", account, 7);
    String uid = isNumber(account) ? account : entry.map(fields -> fields[2]).orElse("");
    String gid = group;
    if (group.isEmpty()) {
      gid = entry.map(fields -> fields[3]).orElse("0");
    } else if (!isNumber(group)) {
      gid = entry(files, "/etc/group", group, 3).map(fields -> fields[2]).orElse("");
    }
    if (!isNumber(uid) || !isNumber(gid)) {
      throw new InspectionException(
          "container " + details.name() + " runs as " + user + ", whose number is not known");
    }
    return uid + ":" + gid;
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty()
        && text.length() <= 10
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** Return the line of a name, or of a number, that has at least so many fields. */
  private static Optional<String[]> entry(
      ContainerFiles files, String path, String account, int fields) {
    Optional<FileContent> content = ArchivedFiles.content(files, path);
    return content.stream()
        .flatMap(text -> text.lines().stream())
        .map(line -> line.split(":", -1))
        .filter(line -> line.length >= fields)
        .filter(line -> line[0].equals(account) || line[2].equals(account))
        .findFirst();
  }
}

package org.seatrial.benchmark;

import static org.seatrial.check.Conditions.each;
import static org.seatrial.check.Conditions.exist;
import static org.seatrial.check.file.FileConditions.beOwnedBy;
import static org.seatrial.check.file.FileConditions.haveMode;
import static org.seatrial.check.file.FileSubjects.file;
import static org.seatrial.check.file.FileSubjects.files;
import static org.seatrial.check.file.Selections.are;
import static org.seatrial.check.file.Selections.setuid;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.seatrial.check.Check;

/**
 * Checks as a list, one a line, with tabs between: {@code file PATH MODE UID GID} or {@code setuid
 * GLOB MODE}.
 */
final class ListedChecks {

  private ListedChecks() {}

  /** Read a list, which must not be empty. */
  static List<Check> read(Path list) throws IOException {
    List<Check> checks = new ArrayList<>();
    for (String line : Files.readAllLines(list)) {
      checks.add(check(line, line.split("\t", -1)));
    }
    if (checks.isEmpty()) {
      throw new IllegalArgumentException("list of checks must not be empty");
    }
    return List.copyOf(checks);
  }

  private static Check check(String line, String[] words) {
    if (words.length == 5 && words[0].equals("file")) {
      long uid = Long.parseLong(words[3]);
      long gid = Long.parseLong(words[4]);
      return file(words[1]).should(exist(), haveMode(words[2]), beOwnedBy(uid, gid));
    }
    if (words.length == 3 && words[0].equals("setuid")) {
      return files(words[1]).that(are(setuid())).should(each(haveMode(words[2])));
    }
    throw new IllegalArgumentException("line must be a check, but was \"" + line + "\"");
  }
}

package org.seatrial.deployment.probe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.seatrial.check.process.Mount;
import org.seatrial.check.process.MountTable;

/** Reads {@code /proc/PID/mountinfo} (proc_pid_mountinfo(5)). */
final class MountLines {

  private static final int ROOT = 3;
  private static final int POINT = 4;
  private static final int OPTIONS = 5;

  private MountLines() {}

  static MountTable parse(String text) throws GarbledException {
    List<Mount> mounts = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      if (!line.isEmpty()) {
        mounts.add(mount(line));
      }
    }
    return new MountTable(mounts);
  }

  private static Mount mount(String line) throws GarbledException {
    String[] words = line.split(" ", -1);
    int dash = Arrays.asList(words).indexOf("-");
    if (dash <= OPTIONS || words.length < dash + 3 || words.length > dash + 4) {
      throw GarbledException.of("a line of mountinfo", RawNames.encode(line), 0);
    }
    Set<String> options = new LinkedHashSet<>(List.of(words[OPTIONS].split(",", -1)));
    if (words.length == dash + 4) {
      options.addAll(List.of(words[dash + 3].split(",", -1)));
    }
    return new Mount(
        unescaped(words[POINT]),
        unescaped(words[dash + 1]),
        unescaped(words[dash + 2]),
        unescaped(words[ROOT]),
        options.stream().map(MountLines::unescaped).toList());
  }

  /** Return the text with each {@code \ooo} read as the byte that it stands for. */
  static String unescaped(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    byte[] bytes = RawNames.encode(text);
    int to = 0;
    for (int from = 0; from < bytes.length; to++) {
      boolean escape = bytes[from] == '\\' && from + 3 < bytes.length;
      for (int i = 1; escape && i <= 3; i++) {
        escape = bytes[from + i] >= '0' && bytes[from + i] <= '7';
      }
      if (escape) {
        bytes[to] =
            (byte)
                ((bytes[from + 1] - '0') << 6
                    | (bytes[from + 2] - '0') << 3
                    | (bytes[from + 3] - '0'));
        from += 4;
      } else {
        bytes[to] = bytes[from++];
      }
    }
    return RawNames.decode(bytes, 0, to);
  }
}

package org.seatrial.deployment.probe;

import java.util.Arrays;
import java.util.List;
import org.seatrial.check.Printable;
import org.seatrial.check.file.Glob;
import org.seatrial.check.file.Selection;

/** What all walks have in common: how they are asked, and when what {@code find} found is all. */
final class Walks {

  /** What tools say of a file that was removed while they looked: it is not there, as if before. */
  private static final String VANISHED = ": No such file or directory";

  private Walks() {}

  /**
   * Add a walk to the script.
   *
   * @param call the function that does it, its id and the most bytes that it prints
   */
  static void ask(Script script, String id, String call, Glob glob, Selection selection) {
    String depth = glob.depth() == Integer.MAX_VALUE ? "''" : String.valueOf(glob.depth());
    String start = call + " " + depth + " -path " + Script.quoted(FindTests.path(glob)) + " ";
    script.line("if d " + id + " " + Script.quoted(glob.folder()) + "; then");
    script.line("if [ -n \"$q_gnu\" ]; then " + start + new FindTests(true).of(selection));
    script.line("else " + start + new FindTests(false).of(selection) + "; fi; fi");
  }

  /** Return what kept the walk from seeing all, by what the tools said; empty if nothing did. */
  static String fault(String said) {
    List<String> lines = said.lines().toList();
    String last = lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    boolean ended = last.equals("=0") || last.equals("=1");
    List<String> complaints = ended ? lines.subList(0, lines.size() - 1) : lines;
    for (String line : complaints) {
      if (!line.endsWith(VANISHED)) {
        return "cannot see all files: " + Printable.quoted(line);
      }
    }
    return ended && (last.equals("=0") || !complaints.isEmpty())
        ? ""
        : "cannot see all files: find ended before its end";
  }

  /** Tell whether a glob selects a file by its path, from the folder where the walk began. */
  static boolean matches(Glob glob, String folder, String path) throws GarbledException {
    String start = folder.equals("/") ? "/" : folder + "/";
    if (!path.startsWith(start) || path.length() == start.length()) {
      throw new GarbledException(path + " is not below " + folder + ", where find was to look");
    }
    return glob.matches(Arrays.asList(path.substring(start.length()).split("/", -1)));
  }

  /** Tell whether a selection asks for what a shell can't see. */
  static boolean needsCapabilities(Selection selection) {
    if (selection instanceof Selection.All all) {
      return all.parts().stream().anyMatch(Walks::needsCapabilities);
    }
    if (selection instanceof Selection.Any any) {
      return any.parts().stream().anyMatch(Walks::needsCapabilities);
    }
    return selection instanceof Selection.WithCapabilities
        || (selection instanceof Selection.Not not && needsCapabilities(not.other()));
  }
}

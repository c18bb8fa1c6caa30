package org.seatrial.check.file;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.seatrial.check.Answer;
import org.seatrial.check.Answer.Known;
import org.seatrial.check.Answer.Unknown;
import org.seatrial.check.Condition;
import org.seatrial.check.Facts;
import org.seatrial.check.Finding;
import org.seatrial.check.Judgement;
import org.seatrial.check.Request;

/**
 * That a process of a user and groups can read, write or execute a file: its bits, and the search
 * bit of every directory above (POSIX.1-2017, 4.5 File Access Permissions).
 */
record Accessible(Access access, long uid, List<Long> gids) implements Condition<FileStatus> {

  enum Access {
    READ(4, "readable"),
    WRITE(2, "writable"),
    EXECUTE(1, "executable");

    private final int bit;
    private final String phrase;

    Access(int bit, String phrase) {
      this.bit = bit;
      this.phrase = phrase;
    }
  }

  @Override
  public String phrase() {
    return "be " + access.phrase + " by " + process();
  }

  private String process() {
    return "uid "
        + uid
        + (gids.isEmpty()
            ? ""
            : gids.stream()
                .map(gid -> "gid " + gid)
                .collect(Collectors.joining(", ", " with ", "")));
  }

  private String expected() {
    return access.name().toLowerCase(Locale.ROOT) + " permission for " + process();
  }

  @Override
  public Set<Request<?>> needs(FileStatus observed) {
    return new LinkedHashSet<>(directoriesAbove(observed.path()));
  }

  /** Return the directories from the root down, so that the first that is closed is reported. */
  private static List<StatRequest> directoriesAbove(String path) {
    return Paths.above(path).stream().map(above -> new StatRequest(above, Links.KEEP)).toList();
  }

  @Override
  public Judgement judge(Answer<? extends FileStatus> observed, Facts facts) {
    return observed.fold(
        known -> judge(known, facts),
        absent -> Judgement.violated(Finding.of(expected(), "nothing is there", absent.evidence())),
        Judgement::undetermined);
  }

  private Judgement judge(Known<? extends FileStatus> known, Facts facts) {
    FileStatus file = known.value();
    List<Answer<FileStatus>> above =
        directoriesAbove(file.path()).stream().map(facts::get).toList();
    for (Answer<FileStatus> answer : above) {
      if (answer instanceof Known<FileStatus> folder && !permits(folder.value(), 1)) {
        return Judgement.violated(
            Finding.of(
                expected(),
                "can't enter directory "
                    + folder.value().path()
                    + ": "
                    + folder.value().description(),
                folder.evidence()));
      }
    }
    if (permits(file, access.bit)) {
      // What is not known of a directory above matters only if nothing else decides.
      for (Answer<FileStatus> answer : above) {
        if (answer instanceof Unknown<FileStatus> unknown) {
          return Judgement.undetermined(unknown);
        }
      }
    }
    return Judgement.of(
        permits(file, access.bit), expected(), file.description(), known.evidence());
  }

  private boolean permits(FileStatus file, int bit) {
    int bits = file.mode().bits();
    if (uid == 0) {
      // root may do anything, but executes only what somebody may execute.
      return bit != 1 || file.type() == FileType.DIRECTORY || (bits & 0111) != 0;
    }
    int shift = uid == file.owner().uid() ? 6 : gids.contains(file.owner().gid()) ? 3 : 0;
    return (bits >> shift & bit) == bit;
  }

  @Override
  public String toString() {
    return phrase();
  }
}

package org.seatrial.check.madeup;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Function;
import org.seatrial.check.Answer;
import org.seatrial.check.file.FileStatus;
import org.seatrial.check.file.FileType;
import org.seatrial.check.file.Links;

/**
 * Follows a path as the kernel does for a process whose root this tree is (path_resolution(7)).
 * Used once.
 */
final class MadeUpPath {

  /** How many links are followed: as many as Linux follows. */
  private static final int HOPS = 40;

  private final Function<String, Optional<FileStatus>> files;
  private final Deque<String> rest = new ArrayDeque<>();
  private String at = "/";

  MadeUpPath(Function<String, Optional<FileStatus>> files) {
    this.files = files;
  }

  Answer<FileStatus> find(String path, Links links) {
    go(path);
    Optional<FileStatus> here = files.apply(at);
    for (int hops = 0; !rest.isEmpty(); here = files.apply(at)) {
      if (here.isEmpty() || here.get().type() != FileType.DIRECTORY) {
        return Answer.absent();
      }
      String next = next(rest.pop());
      Optional<String> target = files.apply(next).flatMap(FileStatus::linkTarget);
      if (target.isEmpty() || (rest.isEmpty() && links == Links.KEEP)) {
        at = next;
      } else if (target.get().isEmpty()) {
        return Answer.absent();
      } else if (++hops > HOPS) {
        return Answer.unknown("can't follow " + next + ": more than " + HOPS + " links lead on");
      } else {
        go(target.get());
      }
    }
    return here.map(Answer::known).orElseGet(Answer::absent);
  }

  /** Go this way before what is left; an empty element, also at the end, asks for a directory. */
  private void go(String path) {
    String[] elements = path.split("/", -1);
    for (int i = elements.length - 1; i >= 0; i--) {
      rest.push(elements[i]);
    }
    if (path.startsWith("/")) {
      at = "/";
    }
  }

  private String next(String element) {
    if (element.isEmpty() || element.equals(".")) {
      return at;
    }
    int slash = at.lastIndexOf('/');
    if (element.equals("..")) {
      return slash == 0 ? "/" : at.substring(0, slash);
    }
    return at.length() == 1 ? at + element : at + "/" + element;
  }
}
